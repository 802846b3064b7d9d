-- A queue as Autochrome 0.1.0 left it: `iterdump` of its file, and the two pragmas a dump leaves out.
PRAGMA application_id=1097036397;
PRAGMA user_version=1;
PRAGMA journal_mode=WAL;
BEGIN TRANSACTION;
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    source NOT NULL, target NOT NULL,
    settings TEXT NOT NULL, if_exists TEXT NOT NULL,
    state TEXT NOT NULL, position REAL NOT NULL,
    source_sha256 TEXT, model_sha256 TEXT, provider TEXT,
    megapixels REAL, confidence REAL, error TEXT, error_kind TEXT,
    added REAL, started REAL, finished REAL, attempts INTEGER NOT NULL DEFAULT 0,
    made_source TEXT, made_model TEXT, made_settings TEXT,
    UNIQUE (target, source)
);
INSERT INTO "jobs" VALUES(1,'/in/done.jpg','/out/done.jpg','{"depth":null,"format":"keep","quality":92,"recolor":false,"saturation":1.0,"seed":null,"size":null,"strength":1.0,"warmth":0.0}','changed','done',1.0,'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a','abababababababababababababababababababababababababababababababab','CPUExecutionProvider',2.5,0.75,NULL,NULL,1700000000.5,1700000001.0,1700000001.5,1,'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a','abababababababababababababababababababababababababababababababab','18a85cbdeb5ed1a3ba24152463ec1c97e359668d690d660a6a2c4a153d01d527');
INSERT INTO "jobs" VALUES(2,'/in/failed.jpg','/out/failed.jpg','{"depth":null,"format":"keep","quality":92,"recolor":false,"saturation":1.0,"seed":null,"size":null,"strength":1.0,"warmth":0.0}','skip','failed',2.0,NULL,NULL,NULL,NULL,NULL,'failed.jpg is damaged: copy it again from its source.','UnreadablePhotoError',1700000000.5,1700000002.0,1700000002.5,1,NULL,NULL,NULL);
INSERT INTO "jobs" VALUES(3,'/in/skipped.tif','/out/skipped.png','{"depth":16,"format":"png","quality":85,"recolor":true,"saturation":1.25,"seed":3,"size":128,"strength":0.5,"warmth":-0.35}','rename','skipped',3.0,'5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b','abababababababababababababababababababababababababababababababab',NULL,12.0,NULL,'neither the photo nor the model nor the settings have changed.','Unchanged',1700000000.5,1700000003.0,1700000003.5,1,'5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b','abababababababababababababababababababababababababababababababab','1bf64a12dd10115a152e58a64c276446a48fd2b812e34b240fa2bcd79a4f58d9');
INSERT INTO "jobs" VALUES(4,'/in/running.jpg','/out/running.jpg','{"depth":null,"format":"keep","quality":92,"recolor":false,"saturation":1.0,"seed":null,"size":null,"strength":1,"warmth":0.0}','changed','running',4.0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1700000000.5,1700000004.5,NULL,2,NULL,NULL,NULL);
INSERT INTO "jobs" VALUES(5,X'2F696E2F636166E92E6A7067','/out/caf.jpg','{"depth":null,"format":"keep","quality":92,"recolor":false,"saturation":1.0,"seed":null,"size":null,"strength":1.0,"warmth":0.0}','overwrite','waiting',1.5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1700000000.5,NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "jobs" VALUES(6,'/in/cancelled.jpg','/out/cancelled.jpg','{"depth":null,"format":"keep","quality":92,"recolor":false,"saturation":1.0,"seed":null,"size":null,"strength":1.0,"warmth":0.0}','changed','cancelled',6.0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1700000000.5,NULL,NULL,0,NULL,NULL,NULL);
CREATE INDEX by_state ON jobs (state, position, megapixels);
COMMIT;
