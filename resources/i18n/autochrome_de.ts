<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>About</name>
    <message>
        <source>About Autochrome</source>
        <translation>Über Autochrome</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Colours for black-and-white photographs, made on this computer.</source>
        <translation>Farben für Schwarzweißfotos, auf diesem Computer gemacht.</translation>
    </message>
    <message>
        <source>The colours are likely ones, not a record of what was there.</source>
        <translation>Die Farben sind wahrscheinliche, kein Zeugnis dessen, was da war.</translation>
    </message>
    <message>
        <source>Model {name} {version}</source>
        <translation>Modell {name} {version}</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bestandteil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>No text of its licence came with this part.</source>
        <translation>Zu diesem Bestandteil kam kein Lizenztext.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Kein Modell ist geöffnet.</translation>
    </message>
</context>
<context>
    <name>BrushController</name>
    <message>
        <source>Brush stroke {number} of {count}: {what}</source>
        <translation>Pinselstrich {number} von {count}: {what}</translation>
    </message>
</context>
<context>
    <name>BrushPanel</name>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>Alle Striche entfernen</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Größe des Pinsels</translation>
    </message>
    <message>
        <source>In the colour above</source>
        <translation>In der Farbe oben</translation>
    </message>
    <message>
        <source>Keep grey</source>
        <translation>Grau lassen</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Lassen, wie es war</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
</context>
<context>
    <name>BrushTool</name>
    <message>
        <source>Remove all strokes</source>
        <translation>Alle Striche entfernen</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>Pinselstrich</translation>
    </message>
    <message>
        <source>Keep grey</source>
        <translation>Grau lassen</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Photos are still being colorized.</source>
        <translation>Es werden noch Fotos gefärbt.</translation>
    </message>
    <message>
        <source>Nothing is lost: Autochrome offers to go on when it is opened again.</source>
        <translation>Nichts geht verloren: Autochrome bietet beim nächsten Öffnen an, weiterzumachen.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>ColorReference</name>
    <message>
        <source>A photo with the colours you want</source>
        <translation>Ein Foto mit den Farben, die Sie wünschen</translation>
    </message>
    <message>
        <source>Colours of another photo</source>
        <translation>Farben eines anderen Fotos</translation>
    </message>
    <message>
        <source>Without the other photo&apos;s colours</source>
        <translation>Ohne die Farben des anderen Fotos</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Divider between the original photo and its colours. Space: the original.</source>
        <translation>Trennlinie zwischen dem Original und seinen Farben. Leertaste: das Original.</translation>
    </message>
</context>
<context>
    <name>CompletionNotifier</name>
    <message>
        <source>The model {} is missing: its photos wait.</source>
        <translation>Das Modell {} fehlt: Seine Fotos warten.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>In colour: {}.</source>
        <translation>In Farbe: {}.</translation>
    </message>
    <message>
        <source>Failed: {}.</source>
        <translation>Fehlgeschlagen: {}.</translation>
    </message>
    <message>
        <source>Skipped: {}.</source>
        <translation>Übersprungen: {}.</translation>
    </message>
    <message>
        <source>Not certain: {}.</source>
        <translation>Nicht sicher: {}.</translation>
    </message>
    <message>
        <source>Still waiting: {}.</source>
        <translation>Warten noch: {}.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The device cannot compute any more.</source>
        <translation>Das Gerät kann nicht mehr rechnen.</translation>
    </message>
    <message>
        <source>The queue has stopped.</source>
        <translation>Die Warteschlange hat angehalten.</translation>
    </message>
    <message>
        <source>The queue is done.</source>
        <translation>Die Warteschlange ist fertig.</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Etwas Unerwartetes ist passiert.</translation>
    </message>
    <message>
        <source>Your photos are untouched and you can go on. The details can be copied.</source>
        <translation>Ihre Fotos sind unversehrt, und Sie können weiterarbeiten. Die Einzelheiten lassen sich kopieren.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>CutBar</name>
    <message>
        <source>Folder for the pictures</source>
        <translation>Ordner für die Bilder</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Cut off white borders</source>
        <translation>Weiße Ränder abschneiden</translation>
    </message>
    <message>
        <source>Pages that are cut</source>
        <translation>Seiten, die zerschnitten werden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Cut into %n picture(s)</source>
        <translation>
            <numerusform>In %n Bild schneiden</numerusform>
            <numerusform>In %n Bilder schneiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for prints: %n page(s) to go</source>
        <translation>
            <numerusform>Abzüge werden gesucht: noch %n Seite</numerusform>
            <numerusform>Abzüge werden gesucht: noch %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {} of {} is being cut</source>
        <translation>Seite {} von {} wird zerschnitten</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Black-and-white: colour them</source>
        <translation>Schwarzweiß: färben</translation>
    </message>
    <message>
        <source>In colour: leave them</source>
        <translation>In Farbe: so lassen</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>Retten, was übrig ist</translation>
    </message>
    <message>
        <source>The part of a photo that can still be read is coloured; the rest is grey.</source>
        <translation>Was sich von einem Foto noch lesen lässt, wird gefärbt; der Rest ist grau.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) may be black-and-white, or colour photos that have faded.</source>
        <translation>
            <numerusform>%n Foto ist vielleicht schwarzweiß oder ein verblasstes Farbfoto.</numerusform>
            <numerusform>%n Fotos sind vielleicht schwarzweiß oder verblasste Farbfotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are damaged.</source>
        <translation>
            <numerusform>%n Foto ist beschädigt.</numerusform>
            <numerusform>%n Fotos sind beschädigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag the result into another program</source>
        <translation>Das Ergebnis in ein anderes Programm ziehen</translation>
    </message>
</context>
<context>
    <name>DragOut</name>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Autochrome</source>
        <translation>Autochrome</translation>
    </message>
    <message>
        <source>Drop photographs here</source>
        <translation>Fotos hier ablegen</translation>
    </message>
    <message>
        <source>and see them in colour. Nothing leaves this computer.</source>
        <translation>und in Farbe sehen. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Open photographs…</source>
        <translation>Fotos öffnen…</translation>
    </message>
    <message>
        <source>or try one of these</source>
        <translation>oder eines von diesen ausprobieren</translation>
    </message>
    <message>
        <source>Sample photo {}</source>
        <translation>Beispielfoto {}</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop it anywhere here</source>
        <translation>Hier irgendwo ablegen</translation>
    </message>
</context>
<context>
    <name>EditAutosave</name>
    <message>
        <source>your work on {}</source>
        <translation>Ihre Arbeit an {}</translation>
    </message>
    <message>
        <source>Your work on this photo could not be kept beside it.</source>
        <translation>Ihre Arbeit an diesem Foto konnte nicht daneben abgelegt werden.</translation>
    </message>
</context>
<context>
    <name>EditClipboard</name>
    <message>
        <source>Paste the settings</source>
        <translation>Einstellungen einfügen</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have the settings too.</source>
        <translation>
            <numerusform>%n Foto hat die Einstellungen jetzt auch.</numerusform>
            <numerusform>%n Fotos haben die Einstellungen jetzt auch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>Variation</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>Version behalten</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Forget version</source>
        <translation>Version vergessen</translation>
    </message>
    <message>
        <source>Restore my edits</source>
        <translation>Meine Änderungen wiederherstellen</translation>
    </message>
</context>
<context>
    <name>ExternalEditor</name>
    <message>
        <source>Save puts the colour photo in the place of {}, the copy that another program has made for this.</source>
        <translation>Sichern setzt das Farbfoto an die Stelle von {}, der Kopie, die ein anderes Programm dafür angelegt hat.</translation>
    </message>
    <message>
        <source>{} cannot hold the colour photo: Save asks for another place, and the other program will not find it by itself.</source>
        <translation>{} kann das Farbfoto nicht aufnehmen: Sichern fragt nach einem anderen Ort, und das andere Programm findet es nicht von selbst.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open photographs</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Open a folder of photographs</source>
        <translation>Ordner mit Fotos öffnen</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>FilledNotice</name>
    <message>
        <source>There is no photo to colorize in there.</source>
        <translation>Darin ist kein Foto, das zu färben wäre.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have joined the queue.</source>
        <translation>
            <numerusform>%n Foto wartet jetzt in der Warteschlange.</numerusform>
            <numerusform>%n Fotos warten jetzt in der Warteschlange.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some folders could not be read.</source>
        <translation>Einige Ordner konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Colorize all</source>
        <translation>Alle färben</translation>
    </message>
    <message>
        <source>Open them one by one instead</source>
        <translation>Stattdessen einzeln öffnen</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Opened photos</source>
        <translation>Geöffnete Fotos</translation>
    </message>
</context>
<context>
    <name>FrameCommands</name>
    <message>
        <source>Change the figures</source>
        <translation>Zahlen ändern</translation>
    </message>
    <message>
        <source>Turn the picture</source>
        <translation>Bild drehen</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Rahmen hinzufügen</translation>
    </message>
    <message>
        <source>Delete a frame</source>
        <translation>Rahmen löschen</translation>
    </message>
    <message>
        <source>Join frames</source>
        <translation>Rahmen verbinden</translation>
    </message>
    <message>
        <source>Cut a frame in two</source>
        <translation>Rahmen in zwei teilen</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Wie gefunden</translation>
    </message>
</context>
<context>
    <name>FrameController</name>
    <message>
        <source>Turn, straighten, crop</source>
        <translation>Drehen, gerade richten, beschneiden</translation>
    </message>
</context>
<context>
    <name>FrameDialog</name>
    <message>
        <source>Turn, straighten, crop</source>
        <translation>Drehen, gerade richten, beschneiden</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Ganzes Foto</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Gerade richten</translation>
    </message>
    <message>
        <source>The photo itself stays as it is; only what is saved is turned and cut.</source>
        <translation>Das Foto selbst bleibt, wie es ist; gedreht und beschnitten wird nur, was gesichert wird.</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>What stays of the photo</source>
        <translation>Was vom Foto bleibt</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>An old photograph in colour</source>
        <translation>Ein altes Foto in Farbe</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Drop photographs onto the window, paste a picture, or open files. The photo appears in grey at once and its colours arrive a moment later.</source>
        <translation>Fotos auf das Fenster ziehen, ein Bild einfügen oder Dateien öffnen. Das Foto erscheint sofort in Grau, und seine Farben folgen einen Augenblick später.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Drag the line over the photo: the original on one side, the colours on the other. Hold the space bar to see the original alone. The mouse wheel zooms.</source>
        <translation>Die Linie über das Foto ziehen: auf der einen Seite das Original, auf der anderen die Farben. Leertaste halten zeigt nur das Original. Das Mausrad vergrößert.</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>Einen Look wählen</translation>
    </message>
    <message>
        <source>Strength, saturation and warmth change at once what you see, and every step can be undone. Keep a look you like under a name of its own.</source>
        <translation>Stärke, Sättigung und Wärme ändern sofort, was Sie sehen, und jeder Schritt lässt sich rückgängig machen. Ein Look, der Ihnen gefällt, lässt sich unter eigenem Namen behalten.</translation>
    </message>
    <message>
        <source>Say what you know</source>
        <translation>Sagen, was Sie wissen</translation>
    </message>
    <message>
        <source>The dress was blue? Choose a colour, click on the dress, and the colour spreads over it. Colours can be taken from a reference photo with the eyedropper.</source>
        <translation>Das Kleid war blau? Eine Farbe wählen, auf das Kleid klicken, und die Farbe breitet sich darüber aus. Mit der Pipette lassen sich Farben aus einem Vergleichsfoto aufnehmen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The result is a new file with every pixel of the photo; the original is never changed. The file says that it was colorized. The arrow beside the buttons drags the result into another program.</source>
        <translation>Das Ergebnis ist eine neue Datei mit jedem Pixel des Fotos; das Original wird nie verändert. Die Datei sagt, dass sie nachträglich gefärbt wurde. Am Pfeil neben den Knöpfen lässt sich das Ergebnis in ein anderes Programm ziehen.</translation>
    </message>
    <message>
        <source>Many photos</source>
        <translation>Viele Fotos</translation>
    </message>
    <message>
        <source>Drop a folder: its photos join the queue and are colorized one after another, while you go on with something else.</source>
        <translation>Einen Ordner ablegen: Seine Fotos kommen in die Warteschlange und werden nacheinander gefärbt, während Sie etwas anderes tun.</translation>
    </message>
    <message>
        <source>The colours are likely ones, learned from many photographs. They are no record of what was there: whoever remembers better is right.</source>
        <translation>Die Farben sind wahrscheinliche, gelernt aus vielen Fotos. Sie sind kein Zeugnis dessen, was da war: Wer sich besser erinnert, hat recht.</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>So geht es</translation>
    </message>
</context>
<context>
    <name>HintController</name>
    <message>
        <source>Colour point {number} of {count}: {color}, {place}</source>
        <translation>Farbpunkt {number} von {count}: {color}, {place}</translation>
    </message>
</context>
<context>
    <name>HintPanel</name>
    <message>
        <source>Light skin</source>
        <translation>Helle Haut</translation>
    </message>
    <message>
        <source>Tanned skin</source>
        <translation>Gebräunte Haut</translation>
    </message>
    <message>
        <source>Dark skin</source>
        <translation>Dunkle Haut</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Lippen</translation>
    </message>
    <message>
        <source>Blond hair</source>
        <translation>Blondes Haar</translation>
    </message>
    <message>
        <source>Brown hair</source>
        <translation>Braunes Haar</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Himmel</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>Foliage</source>
        <translation>Laub</translation>
    </message>
    <message>
        <source>Grass</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>Holz</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>Ziegel</translation>
    </message>
    <message>
        <source>Blue cloth</source>
        <translation>Blauer Stoff</translation>
    </message>
    <message>
        <source>Red cloth</source>
        <translation>Roter Stoff</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Brass, gold</source>
        <translation>Messing, Gold</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Farbpunkte</translation>
    </message>
    <message>
        <source>Place colour points</source>
        <translation>Farbpunkte setzen</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>Beliebige Farbe</translation>
    </message>
    <message>
        <source>Any colour, also from anywhere on the screen</source>
        <translation>Beliebige Farbe, auch von einer Stelle des Bildschirms</translation>
    </message>
    <message>
        <source>Colour as #RRGGBB</source>
        <translation>Farbe als #RRGGBB</translation>
    </message>
    <message>
        <source>Take a colour from the photo</source>
        <translation>Farbe aus dem Foto aufnehmen</translation>
    </message>
    <message>
        <source>Take a colour from the photo or any window of Autochrome</source>
        <translation>Farbe aus dem Foto oder einem Fenster von Autochrome aufnehmen</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>Punkt löschen</translation>
    </message>
    <message>
        <source>Delete point (Del)</source>
        <translation>Punkt löschen (Entf)</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Point {}: {}, {}</source>
        <translation>Punkt {}: {}, {}</translation>
    </message>
    <message>
        <source>Choose a colour, then click in the photo: the thing there takes it.</source>
        <translation>Farbe wählen, dann ins Foto klicken: Das Ding dort nimmt sie an.</translation>
    </message>
</context>
<context>
    <name>HintPopover</name>
    <message>
        <source>How far the colour reaches</source>
        <translation>Wie weit die Farbe reicht</translation>
    </message>
    <message>
        <source>Colour point {} of {}</source>
        <translation>Farbpunkt {} von {}</translation>
    </message>
    <message>
        <source>Used lately: {}</source>
        <translation>Zuletzt benutzt: {}</translation>
    </message>
    <message>
        <source>Likely here: {}</source>
        <translation>Hier wahrscheinlich: {}</translation>
    </message>
    <message>
        <source>Any colour…</source>
        <translation>Andere Farbe…</translation>
    </message>
    <message>
        <source>Take a colour from the photo</source>
        <translation>Farbe aus dem Foto aufnehmen</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>Punkt löschen</translation>
    </message>
    <message>
        <source>Used lately</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Likely here</source>
        <translation>Hier wahrscheinlich</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>all that is like it</source>
        <translation>alles, was ihm gleicht</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>Beliebige Farbe</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Recolour point</source>
        <translation>Punkt umfärben</translation>
    </message>
    <message>
        <source>Reach of point</source>
        <translation>Reichweite des Punkts</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>Punkt löschen</translation>
    </message>
    <message>
        <source>Delete all points</source>
        <translation>Alle Punkte löschen</translation>
    </message>
    <message>
        <source>Move point</source>
        <translation>Punkt verschieben</translation>
    </message>
    <message>
        <source>Colour point</source>
        <translation>Farbpunkt</translation>
    </message>
</context>
<context>
    <name>JobDetails</name>
    <message>
        <source>Details of the chosen photo</source>
        <translation>Einzelheiten zum gewählten Foto</translation>
    </message>
    <message>
        <source>Choose a photo in the table.</source>
        <translation>Ein Foto in der Tabelle wählen.</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Open the result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Colorize by hand…</source>
        <translation>Von Hand färben…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do it first</source>
        <translation>Zuerst erledigen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Photos in the queue</source>
        <translation>Fotos in der Warteschlange</translation>
    </message>
</context>
<context>
    <name>JobModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>LeaveGuard</name>
    <message>
        <source>The pasted picture has no file, and your work on it none either.</source>
        <translation>Das eingefügte Bild hat keine Datei, und Ihre Arbeit daran auch nicht.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Being finished: {}</source>
        <translation>Wird noch fertiggestellt: {}</translation>
    </message>
    <message>
        <source>Autochrome closes by itself when that is done.</source>
        <translation>Autochrome schließt sich von selbst, wenn das fertig ist.</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>Natural</source>
        <translation>Natürlich</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>Kräftig</translation>
    </message>
    <message>
        <source>Hand-tinted</source>
        <translation>Handkoloriert</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>Gedrückt halten: Original</translation>
    </message>
    <message>
        <source>Also with the space bar</source>
        <translation>Auch mit der Leertaste</translation>
    </message>
    <message>
        <source>{}, value</source>
        <translation>{}, Wert</translation>
    </message>
    <message>
        <source>Reset look</source>
        <translation>Look zurücksetzen</translation>
    </message>
    <message>
        <source>Preset {}</source>
        <translation>Vorgabe {}</translation>
    </message>
    <message>
        <source>Double click: as it was</source>
        <translation>Doppelklick: wie es war</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>The model that comes with Autochrome</source>
        <translation>Das Modell, das mit Autochrome kommt</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Verifying the model…</source>
        <translation>Modell wird geprüft…</translation>
    </message>
    <message>
        <source>colour points</source>
        <translation>Farbpunkte</translation>
    </message>
    <message>
        <source>variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>{name} {version}, SHA-256 {hash}…
With: {abilities}.</source>
        <translation>{name} {version}, SHA-256 {hash}…
Mit: {abilities}.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Models (*.onnx)</source>
        <translation>Modelle (*.onnx)</translation>
    </message>
</context>
<context>
    <name>ModelLibrary</name>
    <message>
        <source>Colour models</source>
        <translation>Farbmodelle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Trying the model {name}…</source>
        <translation>Das Modell {name} wird ausprobiert…</translation>
    </message>
    <message>
        <source>A sample picture has shown how {name} is to be read. Look at its colours: if they are wrong, say otherwise (autochrome models change).</source>
        <translation>Ein Probebild hat gezeigt, wie {name} zu lesen ist. Sehen Sie sich seine Farben an: Stimmen sie nicht, lässt sich das ändern (autochrome models change).</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Models (*.onnx)</source>
        <translation>Modelle (*.onnx)</translation>
    </message>
    <message>
        <source>Autochrome&apos;s own</source>
        <translation>Autochromes eigenes</translation>
    </message>
    <message>
        <source>{} ms</source>
        <translation>{} ms</translation>
    </message>
    <message>
        <source>Together: each photo is coloured by all of them, and the colours are averaged by their shares.</source>
        <translation>Gemeinsam: Jedes Foto wird von allen eingefärbt, und die Farben werden nach ihren Anteilen gemittelt.</translation>
    </message>
    <message>
        <source>Tick several models to let them work together.</source>
        <translation>Haken Sie mehrere Modelle an, um sie zusammenarbeiten zu lassen.</translation>
    </message>
    <message>
        <source>Tick the model that is to colour photos.</source>
        <translation>Haken Sie das Modell an, das Fotos einfärben soll.</translation>
    </message>
    <message>
        <source>The model that comes with Autochrome stays.</source>
        <translation>Das mitgelieferte Modell bleibt.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name of the look</source>
        <translation>Name des Looks</translation>
    </message>
    <message>
        <source>There is a look of that name: it will be replaced.</source>
        <translation>Einen Look dieses Namens gibt es schon: Er wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>{}, page {}</source>
        <translation>{}, Seite {}</translation>
    </message>
    <message>
        <source>Being looked at…</source>
        <translation>Wird angesehen …</translation>
    </message>
    <message numerus="yes">
        <source>%n print(s)</source>
        <translation>
            <numerusform>%n Abzug</numerusform>
            <numerusform>%n Abzüge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>The page, with a frame around each print</source>
        <translation>Die Seite, mit einem Rahmen um jeden Abzug</translation>
    </message>
    <message>
        <source>Print {} of {}: {} × {} pixels, turned by {}°</source>
        <translation>Abzug {} von {}: {} × {} Pixel, um {}° gedreht</translation>
    </message>
    <message>
        <source>Move the frame</source>
        <translation>Rahmen verschieben</translation>
    </message>
    <message>
        <source>Turn the frame</source>
        <translation>Rahmen drehen</translation>
    </message>
    <message>
        <source>Resize the frame</source>
        <translation>Größe des Rahmens ändern</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Rahmen hinzufügen</translation>
    </message>
</context>
<context>
    <name>PhotoEditor</name>
    <message>
        <source>Opening the model…</source>
        <translation>Modell wird geöffnet…</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Fotos werden gesucht…</translation>
    </message>
    <message>
        <source>Opening {}…</source>
        <translation>{} wird geöffnet…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>There are no photos in that folder.</source>
        <translation>In diesem Ordner sind keine Fotos.</translation>
    </message>
    <message>
        <source>Your earlier work on this photo is restored.</source>
        <translation>Ihre frühere Arbeit an diesem Foto ist wiederhergestellt.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>The end of this file is missing, but the whole photo is there.</source>
        <translation>Dieser Datei fehlt das Ende, aber das Foto ist vollständig da.</translation>
    </message>
    <message>
        <source>This photo is damaged: {} of it could be read, the rest is grey.</source>
        <translation>Dieses Foto ist beschädigt: {} davon ließen sich lesen, der Rest ist grau.</translation>
    </message>
    <message>
        <source>Not everything about this photo&apos;s file could be used.</source>
        <translation>Nicht alles, was zur Datei dieses Fotos gehört, konnte verwendet werden.</translation>
    </message>
    <message>
        <source>The photo is as it was without your edits.</source>
        <translation>Das Foto ist, wie es ohne Ihre Änderungen war.</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>Retten, was übrig ist</translation>
    </message>
    <message>
        <source>Finding the colours…</source>
        <translation>Farben werden gesucht…</translation>
    </message>
    <message>
        <source>The colours are made on {}: a faster device cannot be used here.</source>
        <translation>Die Farben entstehen auf {}: Ein schnelleres Gerät ist hier nicht nutzbar.</translation>
    </message>
    <message>
        <source>Restore my edits</source>
        <translation>Meine Änderungen wiederherstellen</translation>
    </message>
</context>
<context>
    <name>PhotoListModel</name>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Fix a colour</source>
        <translation>Eine Farbe korrigieren</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
</context>
<context>
    <name>PhotoRepairs</name>
    <message>
        <source>Following the scratch…</source>
        <translation>Dem Kratzer wird gefolgt…</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>Schäden werden gesucht…</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>Wird repariert…</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>As the model says</source>
        <translation>Wie das Modell vorgibt</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Wie das Foto</translation>
    </message>
    <message>
        <source>Beside the photo</source>
        <translation>Neben dem Foto</translation>
    </message>
    <message>
        <source>{size} px, as the model says</source>
        <translation>{size} px, wie das Modell vorgibt</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>Größe der Schrift</translation>
    </message>
    <message>
        <source>Colour model</source>
        <translation>Farbmodell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Size the model sees</source>
        <translation>Größe für das Modell</translation>
    </message>
    <message>
        <source>Memory for the model</source>
        <translation>Speicher für das Modell</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality of JPEG, WebP and AVIF</source>
        <translation>Qualität von JPEG, WebP und AVIF</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Ordner für Ergebnisse</translation>
    </message>
    <message>
        <source>Choose a folder for results</source>
        <translation>Ordner für Ergebnisse wählen</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>Colour models…</source>
        <translation>Farbmodelle…</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>Andere Modelle</translation>
    </message>
</context>
<context>
    <name>PreferencesController</name>
    <message>
        <source>The language changes when Autochrome is opened again.</source>
        <translation>Die Sprache wechselt, wenn Autochrome das nächste Mal geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>PresetController</name>
    <message>
        <source>The look {} is deleted.</source>
        <translation>Der Look {} ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>My looks</source>
        <translation>Meine Looks</translation>
    </message>
    <message>
        <source>&amp;Keep this look…</source>
        <translation>Diesen Look &amp;behalten…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Keep this look</source>
        <translation>Diesen Look behalten</translation>
    </message>
    <message>
        <source>Rename the look</source>
        <translation>Look umbenennen</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Rahmen hinzufügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Cut in two</source>
        <translation>In zwei teilen</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Wie gefunden</translation>
    </message>
    <message>
        <source>Print {} of {}</source>
        <translation>Abzug {} von {}</translation>
    </message>
    <message>
        <source>No print is chosen</source>
        <translation>Kein Abzug gewählt</translation>
    </message>
    <message>
        <source>Turn the picture to the left when it is cut</source>
        <translation>Das Bild beim Schneiden nach links drehen</translation>
    </message>
    <message>
        <source>Turn the picture to the right when it is cut</source>
        <translation>Das Bild beim Schneiden nach rechts drehen</translation>
    </message>
    <message>
        <source>Another frame in the middle of the page</source>
        <translation>Noch ein Rahmen in der Mitte der Seite</translation>
    </message>
    <message>
        <source>What is in this frame becomes no picture</source>
        <translation>Was in diesem Rahmen liegt, wird kein Bild</translation>
    </message>
    <message>
        <source>One frame around all that are chosen (Ctrl and click)</source>
        <translation>Ein Rahmen um alle gewählten (Strg und Klick)</translation>
    </message>
    <message>
        <source>Two frames in place of this one, side by side</source>
        <translation>Zwei Rahmen nebeneinander statt dieses einen</translation>
    </message>
    <message>
        <source>The frames of this page as they were found</source>
        <translation>Die Rahmen dieser Seite, wie sie gefunden wurden</translation>
    </message>
    <message>
        <source>Middle, from the left</source>
        <translation>Mitte, von links</translation>
    </message>
    <message>
        <source>Middle, from the top</source>
        <translation>Mitte, von oben</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Turned by</source>
        <translation>Gedreht um</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>Add a folder of photographs to the queue</source>
        <translation>Ordner mit Fotos in die Warteschlange stellen</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) of the last queue still wait.</source>
        <translation>
            <numerusform>%n Foto der letzten Warteschlange wartet noch.</numerusform>
            <numerusform>%n Fotos der letzten Warteschlange warten noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>{} is not there any more.</source>
        <translation>{} ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Colorize all</source>
        <translation>Alle färben</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Erledigte entfernen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Fotos werden gesucht…</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Fortschritt der Warteschlange</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>Show photos that are</source>
        <translation>Fotos zeigen, die so sind</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Look through photos and results side by side</source>
        <translation>Fotos und Ergebnisse nebeneinander durchsehen</translation>
    </message>
    <message>
        <source>Everything that is known of the chosen photo</source>
        <translation>Alles, was über das gewählte Foto bekannt ist</translation>
    </message>
    <message>
        <source>Drop a folder here: its photos wait in this queue.</source>
        <translation>Einen Ordner hier ablegen: Seine Fotos warten in dieser Schlange.</translation>
    </message>
    <message>
        <source>Batch settings</source>
        <translation>Einstellungen des Stapels</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Ordner beobachten…</translation>
    </message>
    <message>
        <source>Watching {}</source>
        <translation>{} wird beobachtet</translation>
    </message>
    <message>
        <source>Each scan that comes into a folder is colorized as soon as it is whole</source>
        <translation>Jeder Scan, der in einen Ordner kommt, wird koloriert, sobald er vollständig ist</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Update if changed</source>
        <translation>Aktualisieren, wenn geändert</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Lassen, wie es ist</translation>
    </message>
    <message>
        <source>Give the new one another name</source>
        <translation>Dem neuen einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Ask me at the end</source>
        <translation>Am Ende fragen</translation>
    </message>
    <message>
        <source>Colour the photo</source>
        <translation>Das Foto färben</translation>
    </message>
    <message>
        <source>Leave the photo as it is</source>
        <translation>Das Foto lassen, wie es ist</translation>
    </message>
    <message>
        <source>Say so</source>
        <translation>Hinweisen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Quit Autochrome</source>
        <translation>Autochrome beenden</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Also photos that have colours</source>
        <translation>Auch Fotos, die Farben haben</translation>
    </message>
    <message>
        <source>With the date of the photo&apos;s file</source>
        <translation>Mit dem Datum der Fotodatei</translation>
    </message>
    <message>
        <source>With notes of other programs (.xmp, .json)</source>
        <translation>Mit Notizen anderer Programme (.xmp, .json)</translation>
    </message>
    <message>
        <source>Keep the tone of toned photos</source>
        <translation>Ton getonter Fotos behalten</translation>
    </message>
    <message>
        <source>Ink keeps its colour</source>
        <translation>Tinte behält ihre Farbe</translation>
    </message>
    <message>
        <source>Rescue damaged photos</source>
        <translation>Beschädigte Fotos retten</translation>
    </message>
    <message>
        <source>With my marks as stars</source>
        <translation>Mit meinen Urteilen als Sternen</translation>
    </message>
    <message>
        <source>Photos that are alike have the same colours</source>
        <translation>Ähnliche Fotos bekommen gleiche Farben</translation>
    </message>
    <message>
        <source>Repair scratches and dust</source>
        <translation>Kratzer und Staub reparieren</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>Verblasste Töne spreizen</translation>
    </message>
    <message>
        <source>These can be changed when the queue rests.</source>
        <translation>Änderbar, wenn die Warteschlange ruht.</translation>
    </message>
    <message>
        <source>{before} becomes {after}</source>
        <translation>Aus {before} wird {after}</translation>
    </message>
    <message>
        <source>As the photo has it</source>
        <translation>Wie beim Foto</translation>
    </message>
    <message>
        <source>In braces: {}</source>
        <translation>In Klammern: {}</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Ergebnisse kommen nach</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>If there is a result already</source>
        <translation>Wenn es schon ein Ergebnis gibt</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>If it may be a faded colour photo</source>
        <translation>Falls es ein verblasstes Farbfoto sein kann</translation>
    </message>
    <message>
        <source>When all is done</source>
        <translation>Wenn alles fertig ist</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>Wohin die Ergebnisse kommen</translation>
    </message>
    <message>
        <source>That is no name for a result. In braces may stand: {}.</source>
        <translation>So kann kein Ergebnis heißen. In Klammern dürfen stehen: {}.</translation>
    </message>
    <message>
        <source>As the open photo</source>
        <translation>Wie beim geöffneten Foto</translation>
    </message>
    <message>
        <source>As chosen earlier</source>
        <translation>Wie zuvor gewählt</translation>
    </message>
    <message>
        <source>Update, also for a new model</source>
        <translation>Aktualisieren, auch bei neuem Modell</translation>
    </message>
</context>
<context>
    <name>QueueProgressView</name>
    <message>
        <source>The disk is full: the queue waits until there is room.</source>
        <translation>Der Datenträger ist voll: Die Warteschlange wartet, bis Platz ist.</translation>
    </message>
    <message>
        <source>The computer may go to sleep meanwhile: that could not be prevented.</source>
        <translation>Der Computer kann unterdessen einschlafen: Das ließ sich nicht verhindern.</translation>
    </message>
    <message>
        <source>Queue: {} waiting</source>
        <translation>Warteschlange: {} warten</translation>
    </message>
    <message>
        <source>Queue: {} of {}</source>
        <translation>Warteschlange: {} von {}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>finishing the photo in hand</source>
        <translation>das laufende Foto wird fertiggestellt</translation>
    </message>
</context>
<context>
    <name>ReferenceWindow</name>
    <message>
        <source>{} – reference</source>
        <translation>{} – Vergleich</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>Vergleichsfoto</translation>
    </message>
</context>
<context>
    <name>ReferenceWindows</name>
    <message>
        <source>Open reference photos</source>
        <translation>Vergleichsfotos öffnen</translation>
    </message>
</context>
<context>
    <name>RepairController</name>
    <message>
        <source>Repair mark {number} of {count}: {what}</source>
        <translation>Reparaturmarke {number} von {count}: {what}</translation>
    </message>
    <message>
        <source>The scanner&apos;s infrared picture is no map of dust here, as with silver film: damage was looked for in the photo itself.</source>
        <translation>Das Infrarotbild des Scanners zeigt hier keinen Staub, wie bei Silberfilm: Schäden wurden im Foto selbst gesucht.</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>Schäden suchen</translation>
    </message>
    <message>
        <source>No straight scratch was found there. Click right on one, zoomed in if it is faint.</source>
        <translation>Dort wurde kein gerader Kratzer gefunden. Klicken Sie genau auf einen; ist er schwach, vergrößern Sie vorher.</translation>
    </message>
    <message>
        <source>Follow a scratch</source>
        <translation>Einem Kratzer folgen</translation>
    </message>
    <message>
        <source>A scratch was followed and marked.</source>
        <translation>Einem Kratzer wurde gefolgt, er ist markiert.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>Without the repair</source>
        <translation>Ohne Reparatur</translation>
    </message>
    <message>
        <source>Strength of the repair</source>
        <translation>Stärke der Reparatur</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Remove all marks</source>
        <translation>Alle Marken entfernen</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>Verblasste Töne spreizen</translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message>
        <source>Find scratches and dust</source>
        <translation>Kratzer und Staub suchen</translation>
    </message>
    <message>
        <source>Show the marked places</source>
        <translation>Markierte Stellen zeigen</translation>
    </message>
    <message>
        <source>Mark by hand</source>
        <translation>Von Hand markieren</translation>
    </message>
    <message>
        <source>This is damaged too</source>
        <translation>Das ist auch beschädigt</translation>
    </message>
    <message>
        <source>This is not damaged</source>
        <translation>Das ist nicht beschädigt</translation>
    </message>
    <message>
        <source>Heal this spot at once</source>
        <translation>Diese Stelle gleich heilen</translation>
    </message>
    <message>
        <source>Size of the repair brush</source>
        <translation>Größe des Reparaturpinsels</translation>
    </message>
    <message>
        <source>Strength of the repair</source>
        <translation>Stärke der Reparatur</translation>
    </message>
    <message>
        <source>Hold to see it without the repair</source>
        <translation>Gedrückt halten: ohne Reparatur</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>Verblasste Töne spreizen</translation>
    </message>
    <message>
        <source>A photo that is not faded stays as it is.</source>
        <translation>Ein Foto, das nicht verblasst ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Remove all marks</source>
        <translation>Alle Marken entfernen</translation>
    </message>
    <message>
        <source>Sensitivity of the search</source>
        <translation>Empfindlichkeit der Suche</translation>
    </message>
    <message>
        <source>The farther right, the more is taken for damage.</source>
        <translation>Je weiter rechts, desto mehr wird für beschädigt gehalten.</translation>
    </message>
    <message>
        <source>Follow a scratch</source>
        <translation>Einem Kratzer folgen</translation>
    </message>
    <message>
        <source>Click on a straight scratch that runs through the whole photo.</source>
        <translation>Klicken Sie auf einen geraden Kratzer, der durch das ganze Foto geht.</translation>
    </message>
    <message>
        <source>Repair the marked places</source>
        <translation>Markierte Stellen reparieren</translation>
    </message>
    <message>
        <source>Take the repair back</source>
        <translation>Reparatur zurücknehmen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>No damage was found. You can mark some by hand.</source>
        <translation>Es wurden keine Schäden gefunden. Sie können welche von Hand markieren.</translation>
    </message>
    <message>
        <source>{} % of the photo was found to be damaged.</source>
        <translation>{} % des Fotos sind als beschädigt erkannt.</translation>
    </message>
    <message>
        <source>{} % of the photo looks damaged. Check the marked places, then repair.</source>
        <translation>{} % des Fotos sehen beschädigt aus. Prüfen Sie die markierten Stellen, dann reparieren Sie.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
</context>
<context>
    <name>RepairTool</name>
    <message>
        <source>Mark damage</source>
        <translation>Schaden markieren</translation>
    </message>
    <message>
        <source>Take marks away</source>
        <translation>Marken wegnehmen</translation>
    </message>
    <message>
        <source>Heal a spot</source>
        <translation>Stelle heilen</translation>
    </message>
</context>
<context>
    <name>ResultExporter</name>
    <message>
        <source>Saving {}…</source>
        <translation>{} wird gespeichert…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert…</translation>
    </message>
</context>
<context>
    <name>ResultReview</name>
    <message>
        <source>Some marks could not be written into the photos.</source>
        <translation>Einige Urteile konnten nicht in die Fotos geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>{} is made anew as it is here.</source>
        <translation>{} wird so, wie es hier ist, neu gemacht.</translation>
    </message>
    <message>
        <source>Change what you like. Save replaces the result.</source>
        <translation>Ändern Sie, was Sie möchten. „Speichern“ ersetzt das Ergebnis.</translation>
    </message>
</context>
<context>
    <name>ReviewGrid</name>
    <message>
        <source>Photos and their results</source>
        <translation>Fotos und ihre Ergebnisse</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>All results</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Noch nicht angesehen</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Put right by hand</source>
        <translation>Von Hand verbessert</translation>
    </message>
    <message>
        <source>To be made again</source>
        <translation>Neu zu machen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>By mark</source>
        <translation>Nach Urteil</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>As in the queue</source>
        <translation>Wie in der Warteschlange</translation>
    </message>
    <message numerus="yes">
        <source>Make %n marked one(s) again</source>
        <translation>
            <numerusform>%n markiertes neu machen</numerusform>
            <numerusform>%n markierte neu machen</numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {} looked at</source>
        <translation>{} von {} angesehen</translation>
    </message>
    <message>
        <source>Which results are shown</source>
        <translation>Welche Ergebnisse zu sehen sind</translation>
    </message>
    <message>
        <source>Their order</source>
        <translation>Ihre Reihenfolge</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the colour photo</source>
        <translation>Farbfoto speichern</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Bits per colour</source>
        <translation>Bit pro Farbkanal</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>about {}</source>
        <translation>etwa {}</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>As the photo ({})</source>
        <translation>Wie das Foto ({})</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Choose a folder for results</source>
        <translation>Ordner für Ergebnisse wählen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>That is the original, which is never replaced: choose another name.</source>
        <translation>Das ist das Original, das nie ersetzt wird: Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Bitte eine Datei angeben.</translation>
    </message>
    <message>
        <source>Autochrome writes no file that ends in {ending}: use {endings}.</source>
        <translation>Autochrome schreibt keine Datei, die auf {ending} endet: Möglich sind {endings}.</translation>
    </message>
    <message>
        <source>Of the 16 bits per colour of this photo {} stay. TIFF and PNG keep all.</source>
        <translation>Von den 16 Bit je Farbe dieses Fotos bleiben {}. TIFF und PNG behalten alle.</translation>
    </message>
    <message>
        <source>{} is there already: it will be replaced.</source>
        <translation>{} gibt es schon: Das wird ersetzt.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>SaveExtent</name>
    <message>
        <source>This page ({page} of {pages})</source>
        <translation>Diese Seite ({page} von {pages})</translation>
    </message>
    <message>
        <source>All {} pages</source>
        <translation>Alle {} Seiten</translation>
    </message>
    <message>
        <source>Also before and after, side by side</source>
        <translation>Zusätzlich vorher und nachher nebeneinander</translation>
    </message>
    <message>
        <source>Also my versions, each in a file of its own</source>
        <translation>Auch meine Versionen, jede in einer eigenen Datei</translation>
    </message>
</context>
<context>
    <name>SavingCommands</name>
    <message>
        <source>Nothing has been changed about these photos.</source>
        <translation>An diesen Fotos wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Gespeichert als {}.</translation>
    </message>
    <message>
        <source>The colour photo is in the clipboard.</source>
        <translation>Das Farbfoto ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>A picture of both side by side (JPEG)</source>
        <translation>Ein Bild von beiden nebeneinander (JPEG)</translation>
    </message>
    <message>
        <source>An animation (WebP)</source>
        <translation>Eine Animation (WebP)</translation>
    </message>
    <message>
        <source>An animation (GIF)</source>
        <translation>Eine Animation (GIF)</translation>
    </message>
    <message>
        <source>A short film (MP4)</source>
        <translation>Ein kurzer Film (MP4)</translation>
    </message>
    <message>
        <source>Layers for Photoshop or GIMP (PSD)</source>
        <translation>Ebenen für Photoshop oder GIMP (PSD)</translation>
    </message>
    <message>
        <source>Share before and after</source>
        <translation>Vorher und nachher teilen</translation>
    </message>
    <message>
        <source>A small word in the corner: colorized</source>
        <translation>Ein kleines Wort in der Ecke: koloriert</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>colorized</source>
        <translation>koloriert</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>{} is written.</source>
        <translation>{} ist geschrieben.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Settings of this photo</source>
        <translation>Einstellungen dieses Fotos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>SplitController</name>
    <message>
        <source>Scanned pages</source>
        <translation>Gescannte Seiten</translation>
    </message>
</context>
<context>
    <name>SplitWindow</name>
    <message>
        <source>Split scanned pages</source>
        <translation>Gescannte Seiten trennen</translation>
    </message>
    <message>
        <source>Add pages…</source>
        <translation>Seiten hinzufügen …</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures first.</source>
        <translation>Wählen Sie zuerst einen Ordner für die Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>Pictures of %n page(s) are there already.</source>
        <translation>
            <numerusform>Bilder von %n Seite sind schon da.</numerusform>
            <numerusform>Bilder von %n Seiten sind schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be cut.</source>
        <translation>
            <numerusform>%n Seite konnte nicht zerschnitten werden.</numerusform>
            <numerusform>%n Seiten konnten nicht zerschnitten werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are written.</source>
        <translation>
            <numerusform>%n Bild ist geschrieben.</numerusform>
            <numerusform>%n Bilder sind geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n picture(s) are written.</source>
        <translation>
            <numerusform>Angehalten: %n Bild ist geschrieben.</numerusform>
            <numerusform>Angehalten: %n Bilder sind geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The page in hand is being finished; the window closes by itself then.</source>
        <translation>Die angefangene Seite wird noch fertig; dann schließt sich das Fenster von selbst.</translation>
    </message>
    <message>
        <source>The frames that you changed are not cut yet.</source>
        <translation>Die Rahmen, die Sie geändert haben, sind noch nicht geschnitten.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Working</source>
        <translation>Wird bearbeitet</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>{width} × {height}, {depth} bits</source>
        <translation>{width} × {height}, {depth} Bit</translation>
    </message>
    <message>
        <source>{place} of {number}</source>
        <translation>{place} von {number}</translation>
    </message>
    <message>
        <source>The colour model is being opened.</source>
        <translation>Das Farbmodell wird geöffnet.</translation>
    </message>
    <message>
        <source>opening the model…</source>
        <translation>Modell wird geöffnet…</translation>
    </message>
    <message>
        <source>Model {name} {version}</source>
        <translation>Modell {name} {version}</translation>
    </message>
    <message>
        <source>That is what was to be expected.</source>
        <translation>Das war zu erwarten.</translation>
    </message>
    <message>
        <source>Asked for: {asked}
Got: {got} ({provider})
{why}</source>
        <translation>Verlangt: {asked}
Bekommen: {got} ({provider})
{why}</translation>
    </message>
    <message>
        <source>Timed on this computer, for one picture: {}</source>
        <translation>Auf diesem Computer gemessen, für ein Bild: {}</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
</context>
<context>
    <name>TintController</name>
    <message>
        <source>Colour anew</source>
        <translation>Neu färben</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Lassen, wie es war</translation>
    </message>
    <message>
        <source>Tone of the photo</source>
        <translation>Ton des Fotos</translation>
    </message>
    <message>
        <source>Colour of ink</source>
        <translation>Farbe der Tinte</translation>
    </message>
</context>
<context>
    <name>TintPanel</name>
    <message>
        <source>This photo has colours already. They stay as they are.</source>
        <translation>Dieses Foto hat schon Farben. Sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Colour it anew</source>
        <translation>Neu färben</translation>
    </message>
    <message>
        <source>It is not certain whether this photo is black-and-white, or in colours that have faded. It stays as it is until you say so.</source>
        <translation>Es ist nicht sicher, ob dieses Foto schwarzweiß ist oder ob seine Farben verblasst sind. Es bleibt, wie es ist, bis Sie es sagen.</translation>
    </message>
    <message>
        <source>It is black-and-white: colour it</source>
        <translation>Es ist schwarzweiß: färben</translation>
    </message>
    <message>
        <source>The photo&apos;s own colours were replaced.</source>
        <translation>Die eigenen Farben des Fotos wurden ersetzt.</translation>
    </message>
    <message>
        <source>Give them back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>You have said that this photo is black-and-white.</source>
        <translation>Sie haben gesagt, dass dieses Foto schwarzweiß ist.</translation>
    </message>
    <message>
        <source>It is in colour: leave it</source>
        <translation>Es ist in Farbe: so lassen</translation>
    </message>
    <message>
        <source>Keep the tone</source>
        <translation>Ton behalten</translation>
    </message>
    <message>
        <source>The colours lie over the tone that the photo has.</source>
        <translation>Die Farben liegen über dem Ton, den das Foto hat.</translation>
    </message>
    <message>
        <source>Ink keeps its colour</source>
        <translation>Tinte behält ihre Farbe</translation>
    </message>
    <message>
        <source>What is written, stamped or stuck on the photo is not coloured anew.</source>
        <translation>Was auf das Foto geschrieben, gestempelt oder geklebt ist, wird nicht neu gefärbt.</translation>
    </message>
</context>
<context>
    <name>VariationController</name>
    <message>
        <source>The colours are there.</source>
        <translation>Die Farben sind da.</translation>
    </message>
</context>
<context>
    <name>VariationGrid</name>
    <message>
        <source>Variations</source>
        <translation>Varianten</translation>
    </message>
</context>
<context>
    <name>VariationPanel</name>
    <message>
        <source>This model has one colorization for each photo: here are other sizes and looks.</source>
        <translation>Dieses Modell kennt für jedes Foto nur eine Farbfassung: Hier sind andere Größen und Looks.</translation>
    </message>
    <message>
        <source>Variation {}</source>
        <translation>Variante {}</translation>
    </message>
    <message>
        <source>Seen at {} px</source>
        <translation>Gesehen mit {} px</translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation>Am wahrscheinlichsten</translation>
    </message>
</context>
<context>
    <name>VersionPanel</name>
    <message>
        <source>Name of this version</source>
        <translation>Name dieser Version</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the photo as it is now under this name</source>
        <translation>Das Foto, wie es jetzt ist, unter diesem Namen behalten</translation>
    </message>
    <message>
        <source>My versions</source>
        <translation>Meine Versionen</translation>
    </message>
    <message>
        <source>Version {}</source>
        <translation>Version {}</translation>
    </message>
    <message>
        <source>Go back to {}</source>
        <translation>Zurück zu {}</translation>
    </message>
    <message>
        <source>Forget {}</source>
        <translation>{} vergessen</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>Watch the folder that a scanner puts its pictures in</source>
        <translation>Den Ordner beobachten, in den ein Scanner seine Bilder legt</translation>
    </message>
</context>
<context>
    <name>WatchedFolder</name>
    <message>
        <source>{} is in use by another program: it is done when it is free.</source>
        <translation>{} wird von einem anderen Programm benutzt: Es kommt an die Reihe, wenn es frei ist.</translation>
    </message>
    <message>
        <source>The watched folder is not there now. Autochrome waits for it.</source>
        <translation>Der beobachtete Ordner ist gerade nicht da. Autochrome wartet auf ihn.</translation>
    </message>
    <message>
        <source>The watched folder is there again.</source>
        <translation>Der beobachtete Ordner ist wieder da.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>_Plural</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>O&amp;rdner öffnen…</translation>
    </message>
    <message>
        <source>Split scanned pa&amp;ges…</source>
        <translation>Gescannte Seiten &amp;trennen…</translation>
    </message>
    <message>
        <source>&amp;Add a folder to the queue…</source>
        <translation>Ordner in die Warteschlan&amp;ge…</translation>
    </message>
    <message>
        <source>Q&amp;ueue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Look through the results</source>
        <translation>Ergebnisse d&amp;urchsehen</translation>
    </message>
    <message>
        <source>&amp;Good</source>
        <translation>&amp;Gut</translation>
    </message>
    <message>
        <source>&amp;Make again</source>
        <translation>&amp;Neu machen</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;No mark</source>
        <translation>&amp;Kein Urteil</translation>
    </message>
    <message>
        <source>&amp;Put right by hand…</source>
        <translation>Von &amp;Hand verbessern…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Copy the result</source>
        <translation>Ergebnis &amp;kopieren</translation>
    </message>
    <message>
        <source>Save all edited photos</source>
        <translation>Alle bearbeiteten Fotos speichern</translation>
    </message>
    <message>
        <source>Share before and after…</source>
        <translation>Vorher und nachher teilen…</translation>
    </message>
    <message>
        <source>Copy the settings</source>
        <translation>Einstellungen kopieren</translation>
    </message>
    <message>
        <source>Paste the settings to the chosen photos</source>
        <translation>Einstellungen bei den gewählten Fotos einfügen</translation>
    </message>
    <message>
        <source>Apply the settings to all of this folder</source>
        <translation>Einstellungen auf den ganzen Ordner anwenden</translation>
    </message>
    <message>
        <source>Colours of another photo…</source>
        <translation>Farben eines anderen Fotos…</translation>
    </message>
    <message>
        <source>Without the other photo&apos;s colours</source>
        <translation>Ohne die Farben des anderen Fotos</translation>
    </message>
    <message>
        <source>&amp;Close photo</source>
        <translation>Foto s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Whole &amp;photo</source>
        <translation>Ganzes &amp;Foto</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>Slider, &amp;left and right</source>
        <translation>Regler, &amp;links und rechts</translation>
    </message>
    <message>
        <source>Slider, &amp;above and below</source>
        <translation>Regler, &amp;oben und unten</translation>
    </message>
    <message>
        <source>Side by &amp;side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>Variations in a &amp;grid</source>
        <translation>Variationen im &amp;Raster</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Vollbil&amp;d</translation>
    </message>
    <message>
        <source>&amp;Hide panels</source>
        <translation>Leisten &amp;ausblenden</translation>
    </message>
    <message>
        <source>C&amp;olour points</source>
        <translation>&amp;Farbpunkte</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>Repair brush</source>
        <translation>Reparaturpinsel</translation>
    </message>
    <message>
        <source>&amp;Turn, straighten, crop…</source>
        <translation>Drehen, &amp;gerade richten, beschneiden…</translation>
    </message>
    <message>
        <source>Open a reference p&amp;hoto…</source>
        <translation>&amp;Vergleichsfoto öffnen…</translation>
    </message>
    <message>
        <source>&amp;Next photo</source>
        <translation>Näch&amp;stes Foto</translation>
    </message>
    <message>
        <source>P&amp;revious photo</source>
        <translation>&amp;Voriges Foto</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;How it works</source>
        <translation>&amp;So geht es</translation>
    </message>
    <message>
        <source>&amp;About Autochrome</source>
        <translation>&amp;Über Autochrome</translation>
    </message>
    <message>
        <source>Nex&amp;t page</source>
        <translation>Nächste Se&amp;ite</translation>
    </message>
    <message>
        <source>Pre&amp;vious page</source>
        <translation>Vorige Sei&amp;te</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>The settings could not be read: Autochrome begins with its own. They are kept.</source>
        <translation>Die Einstellungen ließen sich nicht lesen: Autochrome beginnt mit seinen eigenen. Die Datei ist aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>Colour it</source>
        <translation>Färben</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>Retten, was übrig ist</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>found</name>
    <message>
        <source>Red tone removed.</source>
        <translation>Roter Ton entfernt.</translation>
    </message>
    <message>
        <source>Brown tone removed.</source>
        <translation>Brauner Ton entfernt.</translation>
    </message>
    <message>
        <source>Yellow tone removed.</source>
        <translation>Gelber Ton entfernt.</translation>
    </message>
    <message>
        <source>Green tone removed.</source>
        <translation>Grüner Ton entfernt.</translation>
    </message>
    <message>
        <source>Blue tone removed.</source>
        <translation>Blauer Ton entfernt.</translation>
    </message>
    <message>
        <source>Violet tone removed.</source>
        <translation>Violetter Ton entfernt.</translation>
    </message>
    <message>
        <source>Red tone kept under the colours.</source>
        <translation>Roter Ton unter den Farben behalten.</translation>
    </message>
    <message>
        <source>Brown tone kept under the colours.</source>
        <translation>Brauner Ton unter den Farben behalten.</translation>
    </message>
    <message>
        <source>Yellow tone kept under the colours.</source>
        <translation>Gelber Ton unter den Farben behalten.</translation>
    </message>
    <message>
        <source>Green tone kept under the colours.</source>
        <translation>Grüner Ton unter den Farben behalten.</translation>
    </message>
    <message>
        <source>Blue tone kept under the colours.</source>
        <translation>Blauer Ton unter den Farben behalten.</translation>
    </message>
    <message>
        <source>Violet tone kept under the colours.</source>
        <translation>Violetter Ton unter den Farben behalten.</translation>
    </message>
    <message>
        <source>What is alike has the colours of the reference photo.</source>
        <translation>Was sich ähnelt, hat die Farben des Vorbilds.</translation>
    </message>
    <message>
        <source>Nothing is like the reference photo: its palette as a whole was taken.</source>
        <translation>Nichts ähnelt dem Vorbild: Seine Farbpalette wurde als Ganzes genommen.</translation>
    </message>
    <message>
        <source>It has the colours of photos of its folder that are like it.</source>
        <translation>Es hat die Farben ähnlicher Fotos seines Ordners.</translation>
    </message>
    <message>
        <source>Ink and stamps keep their own colour.</source>
        <translation>Tinte und Stempel behalten ihre eigene Farbe.</translation>
    </message>
    <message>
        <source>Faded tones were spread.</source>
        <translation>Verblasste Töne wurden gespreizt.</translation>
    </message>
    <message>
        <source>Less than 0.1 % of the photo was repaired.</source>
        <translation>Weniger als 0,1 % des Fotos wurden repariert.</translation>
    </message>
    <message>
        <source>{} % of the photo was repaired.</source>
        <translation>{} % des Fotos wurden repariert.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Over the photo</source>
        <translation>Über dem Foto</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Farbpunkte</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Over a scanned page</source>
        <translation>Auf einer gescannten Seite</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>Trennlinie bewegen</translation>
    </message>
    <message>
        <source>arrow keys, Home, End, drag</source>
        <translation>Pfeiltasten, Pos1, Ende, ziehen</translation>
    </message>
    <message>
        <source>Divider to the middle</source>
        <translation>Trennlinie in die Mitte</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>See the original</source>
        <translation>Original ansehen</translation>
    </message>
    <message>
        <source>hold the space bar</source>
        <translation>Leertaste halten</translation>
    </message>
    <message>
        <source>Zoom to the pointer</source>
        <translation>Zum Zeiger hin vergrößern</translation>
    </message>
    <message>
        <source>mouse wheel, pinch</source>
        <translation>Mausrad, zwei Finger spreizen</translation>
    </message>
    <message>
        <source>Move the enlarged photo</source>
        <translation>Das vergrößerte Foto verschieben</translation>
    </message>
    <message>
        <source>drag beside the divider</source>
        <translation>neben der Trennlinie ziehen</translation>
    </message>
    <message>
        <source>Put a point</source>
        <translation>Punkt setzen</translation>
    </message>
    <message>
        <source>click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Put a point in the middle</source>
        <translation>Punkt in die Mitte setzen</translation>
    </message>
    <message>
        <source>Move the point</source>
        <translation>Punkt verschieben</translation>
    </message>
    <message>
        <source>arrow keys, drag</source>
        <translation>Pfeiltasten, ziehen</translation>
    </message>
    <message>
        <source>Choose the point before, the next point</source>
        <translation>Punkt davor, nächsten Punkt wählen</translation>
    </message>
    <message>
        <source>Delete the point</source>
        <translation>Punkt löschen</translation>
    </message>
    <message>
        <source>No more points</source>
        <translation>Keine Punkte mehr setzen</translation>
    </message>
    <message>
        <source>Choose the frame before, the next frame</source>
        <translation>Vorigen, nächsten Rahmen wählen</translation>
    </message>
    <message>
        <source>Move the frame</source>
        <translation>Rahmen verschieben</translation>
    </message>
    <message>
        <source>Resize the frame</source>
        <translation>Größe des Rahmens ändern</translation>
    </message>
    <message>
        <source>Shift and arrow keys, drag</source>
        <translation>Umschalt und Pfeiltasten, ziehen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Finding colours</source>
        <translation>Farben werden gesucht</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Nothing has changed since it was colorized.</source>
        <translation>Seit dem Färben hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>You have marked its result: it stays as it is.</source>
        <translation>Sie haben sein Ergebnis beurteilt: Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Its disk could not be read or written.</source>
        <translation>Ihr Datenträger war nicht lesbar oder beschreibbar.</translation>
    </message>
    <message>
        <source>Skipped (already in colour)</source>
        <translation>Übersprungen (schon farbig)</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation>noch etwa {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Megapixel</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>Berechnet von</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>An earlier colour model made its result: it stays as it is.</source>
        <translation>Ein früheres Farbmodell hat sein Ergebnis gemacht: Es bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>Neu machen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Put right by hand</source>
        <translation>Von Hand verbessert</translation>
    </message>
    <message>
        <source>{} % sure</source>
        <translation>{} % sicher</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>E&amp;rgebnisse</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>As the &amp;window</source>
        <translation>Wie das &amp;Fenster</translation>
    </message>
    <message>
        <source>Wh&amp;ite</source>
        <translation>&amp;Weiß</translation>
    </message>
    <message>
        <source>&amp;Light grey</source>
        <translation>&amp;Hellgrau</translation>
    </message>
    <message>
        <source>&amp;Mid grey</source>
        <translation>&amp;Mittelgrau</translation>
    </message>
    <message>
        <source>&amp;Dark grey</source>
        <translation>&amp;Dunkelgrau</translation>
    </message>
    <message>
        <source>&amp;Black</source>
        <translation>&amp;Schwarz</translation>
    </message>
    <message>
        <source>S&amp;urround</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>&amp;Recent photos</source>
        <translation>&amp;Zuletzt geöffnete Fotos</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>That did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>This photo could not be opened.</source>
        <translation>Dieses Foto konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>This photo is not there any more.</source>
        <translation>Dieses Foto ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This file is damaged or no photo.</source>
        <translation>Diese Datei ist beschädigt oder kein Foto.</translation>
    </message>
    <message>
        <source>Photos of this format cannot be read here.</source>
        <translation>Fotos dieses Formats können hier nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This is an animation, not a photo.</source>
        <translation>Das ist eine Animation, kein Foto.</translation>
    </message>
    <message>
        <source>This photo is too large.</source>
        <translation>Dieses Foto ist zu groß.</translation>
    </message>
    <message>
        <source>This photo has colours already.</source>
        <translation>Dieses Foto hat schon Farben.</translation>
    </message>
    <message>
        <source>This photo may be black-and-white, or its colours may have faded.</source>
        <translation>Dieses Foto ist vielleicht schwarzweiß, vielleicht sind seine Farben verblasst.</translation>
    </message>
    <message>
        <source>This photo has no colours to lend: choose one that has.</source>
        <translation>Dieses Foto hat keine Farben zu verleihen: Wählen Sie eines, das welche hat.</translation>
    </message>
    <message>
        <source>This cannot be written to be shared.</source>
        <translation>Das lässt sich so nicht zum Teilen schreiben.</translation>
    </message>
    <message>
        <source>The photo could not be saved.</source>
        <translation>Das Foto konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>That is the original photo: choose another name, it is never replaced.</source>
        <translation>Das ist das Originalfoto: Bitte einen anderen Namen wählen, es wird nie ersetzt.</translation>
    </message>
    <message>
        <source>The photo cannot be saved there.</source>
        <translation>Dort kann das Foto nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The colour model could not be opened.</source>
        <translation>Das Farbmodell konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The colour model is missing, so photos stay grey.</source>
        <translation>Das Farbmodell fehlt, deshalb bleiben Fotos grau.</translation>
    </message>
    <message>
        <source>The colour model is not the published one, so it is not used.</source>
        <translation>Das Farbmodell ist nicht das veröffentlichte und wird deshalb nicht verwendet.</translation>
    </message>
    <message>
        <source>The colours could not be computed.</source>
        <translation>Die Farben konnten nicht berechnet werden.</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo.</source>
        <translation>Für dieses Foto reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>The queue cannot be used.</source>
        <translation>Die Warteschlange kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>Another Autochrome is working through this queue already.</source>
        <translation>Ein anderes Autochrome arbeitet diese Warteschlange schon ab.</translation>
    </message>
    <message>
        <source>The disk has no room left for the queue.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr für die Warteschlange.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>That colour point cannot be used.</source>
        <translation>Dieser Farbpunkt kann nicht verwendet werden.</translation>
    </message>
</context>
</TS>
