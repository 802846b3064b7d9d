<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>About</name>
    <message>
        <source>About Autochrome</source>
        <translation>À propos d’Autochrome</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Colours for black-and-white photographs, made on this computer.</source>
        <translation>Des couleurs pour les photos en noir et blanc, calculées sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The colours are likely ones, not a record of what was there.</source>
        <translation>Les couleurs sont probables ; elles ne témoignent pas de ce qui était là.</translation>
    </message>
    <message>
        <source>Model {name} {version}</source>
        <translation>Modèle {name} {version}</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>No text of its licence came with this part.</source>
        <translation>Aucun texte de licence n’accompagne ce composant.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Aucun modèle n’est ouvert.</translation>
    </message>
</context>
<context>
    <name>BrushController</name>
    <message>
        <source>Brush stroke {number} of {count}: {what}</source>
        <translation>Coup de pinceau {number} sur {count} : {what}</translation>
    </message>
</context>
<context>
    <name>BrushPanel</name>
    <message>
        <source>Paint</source>
        <translation>Peindre</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>Retirer tous les traits</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>In the colour above</source>
        <translation>Avec la couleur ci-dessus</translation>
    </message>
    <message>
        <source>Keep grey</source>
        <translation>Laisser en gris</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laisser comme avant</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Gomme</translation>
    </message>
</context>
<context>
    <name>BrushTool</name>
    <message>
        <source>Remove all strokes</source>
        <translation>Retirer tous les traits</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>Trait de pinceau</translation>
    </message>
    <message>
        <source>Keep grey</source>
        <translation>Laisser en gris</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Comme c’était</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Gomme</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Photos are still being colorized.</source>
        <translation>Des photos sont encore en cours de colorisation.</translation>
    </message>
    <message>
        <source>Nothing is lost: Autochrome offers to go on when it is opened again.</source>
        <translation>Rien n’est perdu : à la prochaine ouverture, Autochrome proposera de continuer.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>ColorReference</name>
    <message>
        <source>A photo with the colours you want</source>
        <translation>Une photo avec les couleurs que vous voulez</translation>
    </message>
    <message>
        <source>Colours of another photo</source>
        <translation>Couleurs d&apos;une autre photo</translation>
    </message>
    <message>
        <source>Without the other photo&apos;s colours</source>
        <translation>Sans les couleurs de l&apos;autre photo</translation>
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
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Divider between the original photo and its colours. Space: the original.</source>
        <translation>Séparation entre la photo d’origine et ses couleurs. Espace : l’original.</translation>
    </message>
</context>
<context>
    <name>CompletionNotifier</name>
    <message>
        <source>The model {} is missing: its photos wait.</source>
        <translation>Le modèle {} manque : ses photos attendent.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Afficher la file d’attente</translation>
    </message>
    <message>
        <source>In colour: {}.</source>
        <translation>En couleur : {}.</translation>
    </message>
    <message>
        <source>Failed: {}.</source>
        <translation>Échecs : {}.</translation>
    </message>
    <message>
        <source>Skipped: {}.</source>
        <translation>Ignorées : {}.</translation>
    </message>
    <message>
        <source>Not certain: {}.</source>
        <translation>Incertaines : {}.</translation>
    </message>
    <message>
        <source>Still waiting: {}.</source>
        <translation>Encore en attente : {}.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>The device cannot compute any more.</source>
        <translation>Le processeur de calcul ne répond plus.</translation>
    </message>
    <message>
        <source>The queue has stopped.</source>
        <translation>La file d’attente s’est arrêtée.</translation>
    </message>
    <message>
        <source>The queue is done.</source>
        <translation>La file d’attente est terminée.</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Un problème inattendu est survenu.</translation>
    </message>
    <message>
        <source>Your photos are untouched and you can go on. The details can be copied.</source>
        <translation>Vos photos sont intactes et vous pouvez continuer. Les détails peuvent être copiés.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>CutBar</name>
    <message>
        <source>Folder for the pictures</source>
        <translation>Dossier des images</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Cut off white borders</source>
        <translation>Couper les bords blancs</translation>
    </message>
    <message>
        <source>Pages that are cut</source>
        <translation>Pages en cours de découpe</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message numerus="yes">
        <source>Cut into %n picture(s)</source>
        <translation>
            <numerusform>Découper en %n image</numerusform>
            <numerusform>Découper en %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for prints: %n page(s) to go</source>
        <translation>
            <numerusform>Recherche des tirages : encore %n page</numerusform>
            <numerusform>Recherche des tirages : encore %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {} of {} is being cut</source>
        <translation>Découpe de la page {} sur {}</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Black-and-white: colour them</source>
        <translation>Noir et blanc : les coloriser</translation>
    </message>
    <message>
        <source>In colour: leave them</source>
        <translation>En couleur : les laisser</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>Sauver ce qui reste</translation>
    </message>
    <message>
        <source>The part of a photo that can still be read is coloured; the rest is grey.</source>
        <translation>La partie d’une photo encore lisible est colorisée ; le reste est gris.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) may be black-and-white, or colour photos that have faded.</source>
        <translation>
            <numerusform>%n photo est peut-être en noir et blanc, ou une photo en couleur qui a pâli.</numerusform>
            <numerusform>%n photos sont peut-être en noir et blanc, ou des photos en couleur qui ont pâli.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are damaged.</source>
        <translation>
            <numerusform>%n photo est endommagée.</numerusform>
            <numerusform>%n photos sont endommagées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag the result into another program</source>
        <translation>Faire glisser le résultat vers un autre programme</translation>
    </message>
</context>
<context>
    <name>DragOut</name>
    <message>
        <source>photo</source>
        <translation>photo</translation>
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
        <translation>Déposez vos photos ici</translation>
    </message>
    <message>
        <source>and see them in colour. Nothing leaves this computer.</source>
        <translation>et voyez-les en couleur. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Open photographs…</source>
        <translation>Ouvrir des photos…</translation>
    </message>
    <message>
        <source>or try one of these</source>
        <translation>ou essayez l’une de celles-ci</translation>
    </message>
    <message>
        <source>Sample photo {}</source>
        <translation>Photo d’exemple {}</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop it anywhere here</source>
        <translation>Déposez-le n’importe où ici</translation>
    </message>
</context>
<context>
    <name>EditAutosave</name>
    <message>
        <source>your work on {}</source>
        <translation>votre travail sur {}</translation>
    </message>
    <message>
        <source>Your work on this photo could not be kept beside it.</source>
        <translation>Votre travail sur cette photo n’a pas pu être conservé à côté d’elle.</translation>
    </message>
</context>
<context>
    <name>EditClipboard</name>
    <message>
        <source>Paste the settings</source>
        <translation>Coller les réglages</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have the settings too.</source>
        <translation>
            <numerusform>%n photo a maintenant aussi ces réglages.</numerusform>
            <numerusform>%n photos ont maintenant aussi ces réglages.</numerusform>
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
        <translation>Recommencer à zéro</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>Garder la version</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Forget version</source>
        <translation>Oublier la version</translation>
    </message>
    <message>
        <source>Restore my edits</source>
        <translation>Rétablir mes modifications</translation>
    </message>
</context>
<context>
    <name>ExternalEditor</name>
    <message>
        <source>Save puts the colour photo in the place of {}, the copy that another program has made for this.</source>
        <translation>Enregistrer met la photo en couleur à la place de {}, la copie qu’un autre programme a faite pour cela.</translation>
    </message>
    <message>
        <source>{} cannot hold the colour photo: Save asks for another place, and the other program will not find it by itself.</source>
        <translation>{} ne peut pas contenir la photo en couleur : Enregistrer demande un autre endroit, et l’autre programme ne la trouvera pas de lui-même.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open photographs</source>
        <translation>Ouvrir des photos</translation>
    </message>
    <message>
        <source>Open a folder of photographs</source>
        <translation>Ouvrir un dossier de photos</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
</context>
<context>
    <name>FilledNotice</name>
    <message>
        <source>There is no photo to colorize in there.</source>
        <translation>Il n’y a là aucune photo à coloriser.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have joined the queue.</source>
        <translation>
            <numerusform>%n photo a rejoint la file d’attente.</numerusform>
            <numerusform>%n photos ont rejoint la file d’attente.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some folders could not be read.</source>
        <translation>Certains dossiers n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>Colorize all</source>
        <translation>Tout coloriser</translation>
    </message>
    <message>
        <source>Open them one by one instead</source>
        <translation>Les ouvrir plutôt une à une</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Opened photos</source>
        <translation>Photos ouvertes</translation>
    </message>
</context>
<context>
    <name>FrameCommands</name>
    <message>
        <source>Change the figures</source>
        <translation>Changer les valeurs</translation>
    </message>
    <message>
        <source>Turn the picture</source>
        <translation>Tourner l’image</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Ajouter un cadre</translation>
    </message>
    <message>
        <source>Delete a frame</source>
        <translation>Supprimer un cadre</translation>
    </message>
    <message>
        <source>Join frames</source>
        <translation>Réunir des cadres</translation>
    </message>
    <message>
        <source>Cut a frame in two</source>
        <translation>Couper un cadre en deux</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Comme trouvé</translation>
    </message>
</context>
<context>
    <name>FrameController</name>
    <message>
        <source>Turn, straighten, crop</source>
        <translation>Tourner, redresser, recadrer</translation>
    </message>
</context>
<context>
    <name>FrameDialog</name>
    <message>
        <source>Turn, straighten, crop</source>
        <translation>Tourner, redresser, recadrer</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Tourner à gauche</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Photo entière</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Redresser</translation>
    </message>
    <message>
        <source>The photo itself stays as it is; only what is saved is turned and cut.</source>
        <translation>La photo elle-même reste telle quelle ; seul ce qui est enregistré est tourné et recadré.</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>What stays of the photo</source>
        <translation>Ce qui reste de la photo</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>An old photograph in colour</source>
        <translation>Une vieille photo en couleur</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Drop photographs onto the window, paste a picture, or open files. The photo appears in grey at once and its colours arrive a moment later.</source>
        <translation>Déposez des photos sur la fenêtre, collez une image ou ouvrez des fichiers. La photo apparaît aussitôt en gris et ses couleurs arrivent un instant plus tard.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Drag the line over the photo: the original on one side, the colours on the other. Hold the space bar to see the original alone. The mouse wheel zooms.</source>
        <translation>Faites glisser la ligne sur la photo : l’original d’un côté, les couleurs de l’autre. Maintenez la barre d’espace pour ne voir que l’original. La molette zoome.</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>Choisir un rendu</translation>
    </message>
    <message>
        <source>Strength, saturation and warmth change at once what you see, and every step can be undone. Keep a look you like under a name of its own.</source>
        <translation>L’intensité, la saturation et la chaleur changent aussitôt ce que vous voyez, et chaque étape peut être annulée. Conservez sous un nom un rendu qui vous plaît.</translation>
    </message>
    <message>
        <source>Say what you know</source>
        <translation>Dire ce que vous savez</translation>
    </message>
    <message>
        <source>The dress was blue? Choose a colour, click on the dress, and the colour spreads over it. Colours can be taken from a reference photo with the eyedropper.</source>
        <translation>La robe était bleue ? Choisissez une couleur, cliquez sur la robe, et la couleur s’y étend. La pipette prélève des couleurs dans une photo de référence.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The result is a new file with every pixel of the photo; the original is never changed. The file says that it was colorized. The arrow beside the buttons drags the result into another program.</source>
        <translation>Le résultat est un nouveau fichier avec chaque pixel de la photo ; l’original n’est jamais modifié. Le fichier indique qu’il a été colorisé. La flèche à côté des boutons fait glisser le résultat vers un autre programme.</translation>
    </message>
    <message>
        <source>Many photos</source>
        <translation>Beaucoup de photos</translation>
    </message>
    <message>
        <source>Drop a folder: its photos join the queue and are colorized one after another, while you go on with something else.</source>
        <translation>Déposez un dossier : ses photos rejoignent la file d’attente et sont colorisées l’une après l’autre, pendant que vous faites autre chose.</translation>
    </message>
    <message>
        <source>The colours are likely ones, learned from many photographs. They are no record of what was there: whoever remembers better is right.</source>
        <translation>Les couleurs sont probables, apprises sur beaucoup de photos. Elles ne témoignent pas de ce qui était là : qui s’en souvient mieux a raison.</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Mode d’emploi</translation>
    </message>
</context>
<context>
    <name>HintController</name>
    <message>
        <source>Colour point {number} of {count}: {color}, {place}</source>
        <translation>Point de couleur {number} sur {count} : {color}, {place}</translation>
    </message>
</context>
<context>
    <name>HintPanel</name>
    <message>
        <source>Light skin</source>
        <translation>Peau claire</translation>
    </message>
    <message>
        <source>Tanned skin</source>
        <translation>Peau mate</translation>
    </message>
    <message>
        <source>Dark skin</source>
        <translation>Peau foncée</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Lèvres</translation>
    </message>
    <message>
        <source>Blond hair</source>
        <translation>Cheveux blonds</translation>
    </message>
    <message>
        <source>Brown hair</source>
        <translation>Cheveux bruns</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Ciel</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Eau</translation>
    </message>
    <message>
        <source>Foliage</source>
        <translation>Feuillage</translation>
    </message>
    <message>
        <source>Grass</source>
        <translation>Herbe</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>Bois</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>Brique</translation>
    </message>
    <message>
        <source>Blue cloth</source>
        <translation>Tissu bleu</translation>
    </message>
    <message>
        <source>Red cloth</source>
        <translation>Tissu rouge</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Sans couleur</translation>
    </message>
    <message>
        <source>Brass, gold</source>
        <translation>Laiton, or</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Points de couleur</translation>
    </message>
    <message>
        <source>Place colour points</source>
        <translation>Placer des points de couleur</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>Autre couleur</translation>
    </message>
    <message>
        <source>Any colour, also from anywhere on the screen</source>
        <translation>N’importe quelle couleur, même prélevée à l’écran</translation>
    </message>
    <message>
        <source>Colour as #RRGGBB</source>
        <translation>Couleur au format #RRGGBB</translation>
    </message>
    <message>
        <source>Take a colour from the photo</source>
        <translation>Prélever une couleur dans la photo</translation>
    </message>
    <message>
        <source>Take a colour from the photo or any window of Autochrome</source>
        <translation>Prélever une couleur dans la photo ou toute fenêtre d’Autochrome</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>Supprimer le point</translation>
    </message>
    <message>
        <source>Delete point (Del)</source>
        <translation>Supprimer le point (Suppr)</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Tout supprimer</translation>
    </message>
    <message>
        <source>Point {}: {}, {}</source>
        <translation>Point {} : {}, {}</translation>
    </message>
    <message>
        <source>Choose a colour, then click in the photo: the thing there takes it.</source>
        <translation>Choisissez une couleur, puis cliquez dans la photo : l’objet à cet endroit la prend.</translation>
    </message>
</context>
<context>
    <name>HintPopover</name>
    <message>
        <source>How far the colour reaches</source>
        <translation>Jusqu’où va la couleur</translation>
    </message>
    <message>
        <source>Colour point {} of {}</source>
        <translation>Point de couleur {} sur {}</translation>
    </message>
    <message>
        <source>Used lately: {}</source>
        <translation>Utilisée récemment : {}</translation>
    </message>
    <message>
        <source>Likely here: {}</source>
        <translation>Probable ici : {}</translation>
    </message>
    <message>
        <source>Any colour…</source>
        <translation>Autre couleur…</translation>
    </message>
    <message>
        <source>Take a colour from the photo</source>
        <translation>Prélever une couleur dans la photo</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>Supprimer le point</translation>
    </message>
    <message>
        <source>Used lately</source>
        <translation>Récentes</translation>
    </message>
    <message>
        <source>Likely here</source>
        <translation>Probables ici</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>ici seulement</translation>
    </message>
    <message>
        <source>all that is like it</source>
        <translation>tout ce qui lui ressemble</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>Autre couleur</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Recolour point</source>
        <translation>Changer la couleur du point</translation>
    </message>
    <message>
        <source>Reach of point</source>
        <translation>Portée du point</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>Supprimer le point</translation>
    </message>
    <message>
        <source>Delete all points</source>
        <translation>Supprimer tous les points</translation>
    </message>
    <message>
        <source>Move point</source>
        <translation>Déplacer le point</translation>
    </message>
    <message>
        <source>Colour point</source>
        <translation>Point de couleur</translation>
    </message>
</context>
<context>
    <name>JobDetails</name>
    <message>
        <source>Details of the chosen photo</source>
        <translation>Détails de la photo choisie</translation>
    </message>
    <message>
        <source>Choose a photo in the table.</source>
        <translation>Choisissez une photo dans le tableau.</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Open the result</source>
        <translation>Ouvrir le résultat</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Colorize by hand…</source>
        <translation>Coloriser à la main…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Do it first</source>
        <translation>Traiter en premier</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Photos in the queue</source>
        <translation>Photos dans la file d’attente</translation>
    </message>
</context>
<context>
    <name>JobModel</name>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
</context>
<context>
    <name>LeaveGuard</name>
    <message>
        <source>The pasted picture has no file, and your work on it none either.</source>
        <translation>L’image collée n’a pas de fichier, et votre travail sur elle non plus.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Being finished: {}</source>
        <translation>En cours d’achèvement : {}</translation>
    </message>
    <message>
        <source>Autochrome closes by itself when that is done.</source>
        <translation>Autochrome se ferme tout seul quand c’est fait.</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>Natural</source>
        <translation>Naturel</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>Éclatant</translation>
    </message>
    <message>
        <source>Hand-tinted</source>
        <translation>Colorié main</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensité</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturation</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Chaleur</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Luminosité</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lumière</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>Maintenir : l’original</translation>
    </message>
    <message>
        <source>Also with the space bar</source>
        <translation>Aussi avec la barre d’espace</translation>
    </message>
    <message>
        <source>{}, value</source>
        <translation>{}, valeur</translation>
    </message>
    <message>
        <source>Reset look</source>
        <translation>Réinitialiser le rendu</translation>
    </message>
    <message>
        <source>Preset {}</source>
        <translation>Préréglage {}</translation>
    </message>
    <message>
        <source>Double click: as it was</source>
        <translation>Double-clic : valeur d’origine</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>The model that comes with Autochrome</source>
        <translation>Le modèle fourni avec Autochrome</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Verifying the model…</source>
        <translation>Vérification du modèle…</translation>
    </message>
    <message>
        <source>colour points</source>
        <translation>points de couleur</translation>
    </message>
    <message>
        <source>variations</source>
        <translation>variantes</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>confiance</translation>
    </message>
    <message>
        <source>{name} {version}, SHA-256 {hash}…
With: {abilities}.</source>
        <translation>{name} {version}, SHA-256 {hash}…
Avec : {abilities}.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Models (*.onnx)</source>
        <translation>Modèles (*.onnx)</translation>
    </message>
</context>
<context>
    <name>ModelLibrary</name>
    <message>
        <source>Colour models</source>
        <translation>Modèles de couleur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Trying the model {name}…</source>
        <translation>Essai du modèle {name}…</translation>
    </message>
    <message>
        <source>A sample picture has shown how {name} is to be read. Look at its colours: if they are wrong, say otherwise (autochrome models change).</source>
        <translation>Une image d’essai a montré comment lire {name}. Regardez ses couleurs : si elles sont fausses, cela peut être changé (autochrome models change).</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Models (*.onnx)</source>
        <translation>Modèles (*.onnx)</translation>
    </message>
    <message>
        <source>Autochrome&apos;s own</source>
        <translation>Celui d’Autochrome</translation>
    </message>
    <message>
        <source>{} ms</source>
        <translation>{} ms</translation>
    </message>
    <message>
        <source>Together: each photo is coloured by all of them, and the colours are averaged by their shares.</source>
        <translation>Ensemble : chaque photo est colorée par tous, et les couleurs sont moyennées selon leurs parts.</translation>
    </message>
    <message>
        <source>Tick several models to let them work together.</source>
        <translation>Cochez plusieurs modèles pour les faire travailler ensemble.</translation>
    </message>
    <message>
        <source>Tick the model that is to colour photos.</source>
        <translation>Cochez le modèle qui doit colorer les photos.</translation>
    </message>
    <message>
        <source>The model that comes with Autochrome stays.</source>
        <translation>Le modèle fourni avec Autochrome reste.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name of the look</source>
        <translation>Nom du rendu</translation>
    </message>
    <message>
        <source>There is a look of that name: it will be replaced.</source>
        <translation>Un rendu de ce nom existe : il sera remplacé.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>{}, page {}</source>
        <translation>{}, page {}</translation>
    </message>
    <message>
        <source>Being looked at…</source>
        <translation>En cours d’examen…</translation>
    </message>
    <message numerus="yes">
        <source>%n print(s)</source>
        <translation>
            <numerusform>%n tirage</numerusform>
            <numerusform>%n tirages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>The page, with a frame around each print</source>
        <translation>La page, avec un cadre autour de chaque tirage</translation>
    </message>
    <message>
        <source>Print {} of {}: {} × {} pixels, turned by {}°</source>
        <translation>Tirage {} sur {} : {} × {} pixels, tourné de {}°</translation>
    </message>
    <message>
        <source>Move the frame</source>
        <translation>Déplacer le cadre</translation>
    </message>
    <message>
        <source>Turn the frame</source>
        <translation>Tourner le cadre</translation>
    </message>
    <message>
        <source>Resize the frame</source>
        <translation>Changer la taille du cadre</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Ajouter un cadre</translation>
    </message>
</context>
<context>
    <name>PhotoEditor</name>
    <message>
        <source>Opening the model…</source>
        <translation>Ouverture du modèle…</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Recherche de photos…</translation>
    </message>
    <message>
        <source>Opening {}…</source>
        <translation>Ouverture de {}…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>There are no photos in that folder.</source>
        <translation>Il n’y a pas de photos dans ce dossier.</translation>
    </message>
    <message>
        <source>Your earlier work on this photo is restored.</source>
        <translation>Votre travail antérieur sur cette photo est rétabli.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Recommencer à zéro</translation>
    </message>
    <message>
        <source>The end of this file is missing, but the whole photo is there.</source>
        <translation>La fin de ce fichier manque, mais la photo est entière.</translation>
    </message>
    <message>
        <source>This photo is damaged: {} of it could be read, the rest is grey.</source>
        <translation>Cette photo est endommagée : {} ont pu être lus, le reste est gris.</translation>
    </message>
    <message>
        <source>Not everything about this photo&apos;s file could be used.</source>
        <translation>Tout ce que contient le fichier de cette photo n’a pas pu être utilisé.</translation>
    </message>
    <message>
        <source>The photo is as it was without your edits.</source>
        <translation>La photo est telle qu’elle était sans vos modifications.</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>Sauver ce qui reste</translation>
    </message>
    <message>
        <source>Finding the colours…</source>
        <translation>Recherche des couleurs…</translation>
    </message>
    <message>
        <source>The colours are made on {}: a faster device cannot be used here.</source>
        <translation>Les couleurs sont calculées sur {} : un processeur plus rapide n’est pas utilisable ici.</translation>
    </message>
    <message>
        <source>Restore my edits</source>
        <translation>Rétablir mes modifications</translation>
    </message>
</context>
<context>
    <name>PhotoListModel</name>
    <message>
        <source>edited</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>enregistrée</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Variations</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Fix a colour</source>
        <translation>Corriger une couleur</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparation</translation>
    </message>
</context>
<context>
    <name>PhotoRepairs</name>
    <message>
        <source>Following the scratch…</source>
        <translation>Suivi de la rayure…</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>Recherche des dégâts…</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>Réparation…</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>As the model says</source>
        <translation>Selon le modèle</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Comme la photo</translation>
    </message>
    <message>
        <source>Beside the photo</source>
        <translation>À côté de la photo</translation>
    </message>
    <message>
        <source>{size} px, as the model says</source>
        <translation>{size} px, selon le modèle</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>Taille des lettres</translation>
    </message>
    <message>
        <source>Colour model</source>
        <translation>Modèle de couleurs</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Processeur de calcul</translation>
    </message>
    <message>
        <source>Size the model sees</source>
        <translation>Taille vue par le modèle</translation>
    </message>
    <message>
        <source>Memory for the model</source>
        <translation>Mémoire pour le modèle</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality of JPEG, WebP and AVIF</source>
        <translation>Qualité de JPEG, WebP et AVIF</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Dossier des résultats</translation>
    </message>
    <message>
        <source>Choose a folder for results</source>
        <translation>Choisir le dossier des résultats</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Fichier du modèle</translation>
    </message>
    <message>
        <source>Colour models…</source>
        <translation>Modèles de couleur…</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>Autres modèles</translation>
    </message>
</context>
<context>
    <name>PreferencesController</name>
    <message>
        <source>The language changes when Autochrome is opened again.</source>
        <translation>La langue changera à la prochaine ouverture d’Autochrome.</translation>
    </message>
</context>
<context>
    <name>PresetController</name>
    <message>
        <source>The look {} is deleted.</source>
        <translation>Le rendu {} est supprimé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>My looks</source>
        <translation>Mes rendus</translation>
    </message>
    <message>
        <source>&amp;Keep this look…</source>
        <translation>&amp;Conserver ce rendu…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Keep this look</source>
        <translation>Conserver ce rendu</translation>
    </message>
    <message>
        <source>Rename the look</source>
        <translation>Renommer le rendu</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Turn left</source>
        <translation>Tourner à gauche</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Ajouter un cadre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Réunir</translation>
    </message>
    <message>
        <source>Cut in two</source>
        <translation>Couper en deux</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Comme trouvé</translation>
    </message>
    <message>
        <source>Print {} of {}</source>
        <translation>Tirage {} sur {}</translation>
    </message>
    <message>
        <source>No print is chosen</source>
        <translation>Aucun tirage choisi</translation>
    </message>
    <message>
        <source>Turn the picture to the left when it is cut</source>
        <translation>Tourner l’image à gauche lors de la découpe</translation>
    </message>
    <message>
        <source>Turn the picture to the right when it is cut</source>
        <translation>Tourner l’image à droite lors de la découpe</translation>
    </message>
    <message>
        <source>Another frame in the middle of the page</source>
        <translation>Un autre cadre au milieu de la page</translation>
    </message>
    <message>
        <source>What is in this frame becomes no picture</source>
        <translation>Ce que contient ce cadre ne devient pas une image</translation>
    </message>
    <message>
        <source>One frame around all that are chosen (Ctrl and click)</source>
        <translation>Un seul cadre autour de ceux qui sont choisis (Ctrl et clic)</translation>
    </message>
    <message>
        <source>Two frames in place of this one, side by side</source>
        <translation>Deux cadres côte à côte à la place de celui-ci</translation>
    </message>
    <message>
        <source>The frames of this page as they were found</source>
        <translation>Les cadres de cette page tels qu’ils ont été trouvés</translation>
    </message>
    <message>
        <source>Middle, from the left</source>
        <translation>Milieu, depuis la gauche</translation>
    </message>
    <message>
        <source>Middle, from the top</source>
        <translation>Milieu, depuis le haut</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Turned by</source>
        <translation>Rotation</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>Add a folder of photographs to the queue</source>
        <translation>Ajouter un dossier de photos à la file d’attente</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) of the last queue still wait.</source>
        <translation>
            <numerusform>%n photo de la dernière file attend encore.</numerusform>
            <numerusform>%n photos de la dernière file attendent encore.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Afficher la file d’attente</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>{} is not there any more.</source>
        <translation>{} n’est plus là.</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Colorize all</source>
        <translation>Tout coloriser</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Réessayer les échecs</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Retirer les terminées</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Recherche de photos…</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Progression de la file d’attente</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Rechercher par nom</translation>
    </message>
    <message>
        <source>Show photos that are</source>
        <translation>Afficher les photos selon leur état</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Toutes les photos</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Look through photos and results side by side</source>
        <translation>Parcourir photos et résultats côte à côte</translation>
    </message>
    <message>
        <source>Everything that is known of the chosen photo</source>
        <translation>Tout ce que l’on sait de la photo choisie</translation>
    </message>
    <message>
        <source>Drop a folder here: its photos wait in this queue.</source>
        <translation>Déposez un dossier ici : ses photos attendent dans cette file.</translation>
    </message>
    <message>
        <source>Batch settings</source>
        <translation>Réglages du lot</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Surveiller un dossier…</translation>
    </message>
    <message>
        <source>Watching {}</source>
        <translation>{} est surveillé</translation>
    </message>
    <message>
        <source>Each scan that comes into a folder is colorized as soon as it is whole</source>
        <translation>Chaque numérisation qui arrive dans un dossier est colorisée dès qu’elle est complète</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Update if changed</source>
        <translation>Mettre à jour si modifié</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Le laisser tel quel</translation>
    </message>
    <message>
        <source>Give the new one another name</source>
        <translation>Donner un autre nom au nouveau</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>Ask me at the end</source>
        <translation>Me demander à la fin</translation>
    </message>
    <message>
        <source>Colour the photo</source>
        <translation>Coloriser la photo</translation>
    </message>
    <message>
        <source>Leave the photo as it is</source>
        <translation>Laisser la photo telle quelle</translation>
    </message>
    <message>
        <source>Say so</source>
        <translation>Le signaler</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Quit Autochrome</source>
        <translation>Quitter Autochrome</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Also photos that have colours</source>
        <translation>Aussi les photos déjà en couleur</translation>
    </message>
    <message>
        <source>With the date of the photo&apos;s file</source>
        <translation>Avec la date du fichier de la photo</translation>
    </message>
    <message>
        <source>With notes of other programs (.xmp, .json)</source>
        <translation>Avec les notes d’autres programmes (.xmp, .json)</translation>
    </message>
    <message>
        <source>Keep the tone of toned photos</source>
        <translation>Garder le ton des photos</translation>
    </message>
    <message>
        <source>Ink keeps its colour</source>
        <translation>L’encre garde sa couleur</translation>
    </message>
    <message>
        <source>Rescue damaged photos</source>
        <translation>Sauver les photos endommagées</translation>
    </message>
    <message>
        <source>With my marks as stars</source>
        <translation>Avec mes avis en étoiles</translation>
    </message>
    <message>
        <source>Photos that are alike have the same colours</source>
        <translation>Les photos semblables ont les mêmes couleurs</translation>
    </message>
    <message>
        <source>Repair scratches and dust</source>
        <translation>Réparer rayures et poussières</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>Étaler les tons passés</translation>
    </message>
    <message>
        <source>These can be changed when the queue rests.</source>
        <translation>Modifiables quand la file est au repos.</translation>
    </message>
    <message>
        <source>{before} becomes {after}</source>
        <translation>{before} devient {after}</translation>
    </message>
    <message>
        <source>As the photo has it</source>
        <translation>Comme la photo</translation>
    </message>
    <message>
        <source>In braces: {}</source>
        <translation>Entre accolades : {}</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Les résultats vont dans</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nom du fichier</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>If there is a result already</source>
        <translation>S’il y a déjà un résultat</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>If it may be a faded colour photo</source>
        <translation>S&apos;il peut s&apos;agir d&apos;une photo couleur passée</translation>
    </message>
    <message>
        <source>When all is done</source>
        <translation>Quand tout est terminé</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>Où vont les résultats</translation>
    </message>
    <message>
        <source>That is no name for a result. In braces may stand: {}.</source>
        <translation>Ce n’est pas un nom de résultat. Entre accolades, on peut mettre : {}.</translation>
    </message>
    <message>
        <source>As the open photo</source>
        <translation>Comme la photo ouverte</translation>
    </message>
    <message>
        <source>As chosen earlier</source>
        <translation>Comme choisi auparavant</translation>
    </message>
    <message>
        <source>Update, also for a new model</source>
        <translation>Mettre à jour, modèle compris</translation>
    </message>
</context>
<context>
    <name>QueueProgressView</name>
    <message>
        <source>The disk is full: the queue waits until there is room.</source>
        <translation>Le disque est plein : la file attend qu’il y ait de la place.</translation>
    </message>
    <message>
        <source>The computer may go to sleep meanwhile: that could not be prevented.</source>
        <translation>L’ordinateur peut se mettre en veille entre-temps : cela n’a pas pu être empêché.</translation>
    </message>
    <message>
        <source>Queue: {} waiting</source>
        <translation>File : {} en attente</translation>
    </message>
    <message>
        <source>Queue: {} of {}</source>
        <translation>File : {} sur {}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>finishing the photo in hand</source>
        <translation>fin de la photo en cours</translation>
    </message>
</context>
<context>
    <name>ReferenceWindow</name>
    <message>
        <source>{} – reference</source>
        <translation>{} – référence</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>Photo de référence</translation>
    </message>
</context>
<context>
    <name>ReferenceWindows</name>
    <message>
        <source>Open reference photos</source>
        <translation>Ouvrir des photos de référence</translation>
    </message>
</context>
<context>
    <name>RepairController</name>
    <message>
        <source>Repair mark {number} of {count}: {what}</source>
        <translation>Marque de réparation {number} sur {count} : {what}</translation>
    </message>
    <message>
        <source>The scanner&apos;s infrared picture is no map of dust here, as with silver film: damage was looked for in the photo itself.</source>
        <translation>L’image infrarouge du scanner ne montre pas ici la poussière, comme pour un film argentique : les dégâts ont été cherchés dans la photo même.</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>Chercher les dégâts</translation>
    </message>
    <message>
        <source>No straight scratch was found there. Click right on one, zoomed in if it is faint.</source>
        <translation>Aucune rayure droite n’a été trouvée là. Cliquez exactement sur une rayure ; si elle est faible, agrandissez d’abord.</translation>
    </message>
    <message>
        <source>Follow a scratch</source>
        <translation>Suivre une rayure</translation>
    </message>
    <message>
        <source>A scratch was followed and marked.</source>
        <translation>Une rayure a été suivie et marquée.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparation</translation>
    </message>
    <message>
        <source>Without the repair</source>
        <translation>Sans la réparation</translation>
    </message>
    <message>
        <source>Strength of the repair</source>
        <translation>Intensité de la réparation</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>Remove all marks</source>
        <translation>Retirer toutes les marques</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>Étaler les tons passés</translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message>
        <source>Find scratches and dust</source>
        <translation>Chercher rayures et poussières</translation>
    </message>
    <message>
        <source>Show the marked places</source>
        <translation>Montrer les endroits marqués</translation>
    </message>
    <message>
        <source>Mark by hand</source>
        <translation>Marquer à la main</translation>
    </message>
    <message>
        <source>This is damaged too</source>
        <translation>Ceci est abîmé aussi</translation>
    </message>
    <message>
        <source>This is not damaged</source>
        <translation>Ceci n’est pas abîmé</translation>
    </message>
    <message>
        <source>Heal this spot at once</source>
        <translation>Réparer cet endroit aussitôt</translation>
    </message>
    <message>
        <source>Size of the repair brush</source>
        <translation>Taille du pinceau de réparation</translation>
    </message>
    <message>
        <source>Strength of the repair</source>
        <translation>Intensité de la réparation</translation>
    </message>
    <message>
        <source>Hold to see it without the repair</source>
        <translation>Maintenir : sans la réparation</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>Étaler les tons passés</translation>
    </message>
    <message>
        <source>A photo that is not faded stays as it is.</source>
        <translation>Une photo qui n’a pas passé reste telle quelle.</translation>
    </message>
    <message>
        <source>Remove all marks</source>
        <translation>Retirer toutes les marques</translation>
    </message>
    <message>
        <source>Sensitivity of the search</source>
        <translation>Sensibilité de la recherche</translation>
    </message>
    <message>
        <source>The farther right, the more is taken for damage.</source>
        <translation>Plus il est à droite, plus d’endroits sont tenus pour abîmés.</translation>
    </message>
    <message>
        <source>Follow a scratch</source>
        <translation>Suivre une rayure</translation>
    </message>
    <message>
        <source>Click on a straight scratch that runs through the whole photo.</source>
        <translation>Cliquez sur une rayure droite qui traverse toute la photo.</translation>
    </message>
    <message>
        <source>Repair the marked places</source>
        <translation>Réparer les endroits marqués</translation>
    </message>
    <message>
        <source>Take the repair back</source>
        <translation>Annuler la réparation</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>No damage was found. You can mark some by hand.</source>
        <translation>Aucun dégât n’a été trouvé. Vous pouvez en marquer à la main.</translation>
    </message>
    <message>
        <source>{} % of the photo was found to be damaged.</source>
        <translation>{} % de la photo ont été trouvés abîmés.</translation>
    </message>
    <message>
        <source>{} % of the photo looks damaged. Check the marked places, then repair.</source>
        <translation>{} % de la photo semblent abîmés. Vérifiez les endroits marqués, puis réparez.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensité</translation>
    </message>
</context>
<context>
    <name>RepairTool</name>
    <message>
        <source>Mark damage</source>
        <translation>Marquer un dégât</translation>
    </message>
    <message>
        <source>Take marks away</source>
        <translation>Enlever des marques</translation>
    </message>
    <message>
        <source>Heal a spot</source>
        <translation>Réparer un endroit</translation>
    </message>
</context>
<context>
    <name>ResultExporter</name>
    <message>
        <source>Saving {}…</source>
        <translation>Enregistrement de {}…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copie…</translation>
    </message>
</context>
<context>
    <name>ResultReview</name>
    <message>
        <source>Some marks could not be written into the photos.</source>
        <translation>Certains avis n&apos;ont pas pu être écrits dans les photos.</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Overview</source>
        <translation>Vue d&apos;ensemble</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>{} is made anew as it is here.</source>
        <translation>{} est refait tel qu’il est ici.</translation>
    </message>
    <message>
        <source>Change what you like. Save replaces the result.</source>
        <translation>Changez ce que vous voulez. « Enregistrer » remplace le résultat.</translation>
    </message>
</context>
<context>
    <name>ReviewGrid</name>
    <message>
        <source>Photos and their results</source>
        <translation>Photos et leurs résultats</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>All results</source>
        <translation>Tous les résultats</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Pas encore regardés</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Put right by hand</source>
        <translation>Corrigé à la main</translation>
    </message>
    <message>
        <source>To be made again</source>
        <translation>À refaire</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Les moins sûrs d&apos;abord</translation>
    </message>
    <message>
        <source>By mark</source>
        <translation>Par avis</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>As in the queue</source>
        <translation>Comme dans la file</translation>
    </message>
    <message numerus="yes">
        <source>Make %n marked one(s) again</source>
        <translation>
            <numerusform>Refaire %n marqué</numerusform>
            <numerusform>Refaire les %n marqués</numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {} looked at</source>
        <translation>{} sur {} regardés</translation>
    </message>
    <message>
        <source>Which results are shown</source>
        <translation>Quels résultats sont montrés</translation>
    </message>
    <message>
        <source>Their order</source>
        <translation>Leur ordre</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the colour photo</source>
        <translation>Enregistrer la photo en couleur</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Bits per colour</source>
        <translation>Bits par couleur</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>about {}</source>
        <translation>environ {}</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Taille du fichier</translation>
    </message>
    <message>
        <source>As the photo ({})</source>
        <translation>Comme la photo ({})</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>Choose a folder for results</source>
        <translation>Choisir le dossier des résultats</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>That is the original, which is never replaced: choose another name.</source>
        <translation>C’est l’original, qui n’est jamais remplacé : choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Indiquez un fichier.</translation>
    </message>
    <message>
        <source>Autochrome writes no file that ends in {ending}: use {endings}.</source>
        <translation>Autochrome n’écrit pas de fichier en {ending} : utilisez {endings}.</translation>
    </message>
    <message>
        <source>Of the 16 bits per colour of this photo {} stay. TIFF and PNG keep all.</source>
        <translation>Des 16 bits par couleur de cette photo, il en reste {}. TIFF et PNG les gardent tous.</translation>
    </message>
    <message>
        <source>{} is there already: it will be replaced.</source>
        <translation>{} existe déjà : il sera remplacé.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nom du fichier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
</context>
<context>
    <name>SaveExtent</name>
    <message>
        <source>This page ({page} of {pages})</source>
        <translation>Cette page ({page} sur {pages})</translation>
    </message>
    <message>
        <source>All {} pages</source>
        <translation>Les {} pages</translation>
    </message>
    <message>
        <source>Also before and after, side by side</source>
        <translation>Aussi avant et après, côte à côte</translation>
    </message>
    <message>
        <source>Also my versions, each in a file of its own</source>
        <translation>Aussi mes versions, chacune dans son fichier</translation>
    </message>
</context>
<context>
    <name>SavingCommands</name>
    <message>
        <source>Nothing has been changed about these photos.</source>
        <translation>Rien n&apos;a été changé à ces photos.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Enregistré sous {}.</translation>
    </message>
    <message>
        <source>The colour photo is in the clipboard.</source>
        <translation>La photo en couleur est dans le presse-papiers.</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>A picture of both side by side (JPEG)</source>
        <translation>Une image des deux côte à côte (JPEG)</translation>
    </message>
    <message>
        <source>An animation (WebP)</source>
        <translation>Une animation (WebP)</translation>
    </message>
    <message>
        <source>An animation (GIF)</source>
        <translation>Une animation (GIF)</translation>
    </message>
    <message>
        <source>A short film (MP4)</source>
        <translation>Un petit film (MP4)</translation>
    </message>
    <message>
        <source>Layers for Photoshop or GIMP (PSD)</source>
        <translation>Calques pour Photoshop ou GIMP (PSD)</translation>
    </message>
    <message>
        <source>Share before and after</source>
        <translation>Partager avant et après</translation>
    </message>
    <message>
        <source>A small word in the corner: colorized</source>
        <translation>Un petit mot dans le coin : colorisé</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Comme</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>colorized</source>
        <translation>colorisé</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>{} is written.</source>
        <translation>{} est écrit.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Settings of this photo</source>
        <translation>Réglages de cette photo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>SplitController</name>
    <message>
        <source>Scanned pages</source>
        <translation>Pages numérisées</translation>
    </message>
</context>
<context>
    <name>SplitWindow</name>
    <message>
        <source>Split scanned pages</source>
        <translation>Découper des pages numérisées</translation>
    </message>
    <message>
        <source>Add pages…</source>
        <translation>Ajouter des pages…</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures first.</source>
        <translation>Choisissez d’abord un dossier pour les images.</translation>
    </message>
    <message numerus="yes">
        <source>Pictures of %n page(s) are there already.</source>
        <translation>
            <numerusform>Des images de %n page sont déjà là.</numerusform>
            <numerusform>Des images de %n pages sont déjà là.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Les remplacer</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be cut.</source>
        <translation>
            <numerusform>%n page n’a pas pu être découpée.</numerusform>
            <numerusform>%n pages n’ont pas pu être découpées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are written.</source>
        <translation>
            <numerusform>%n image est enregistrée.</numerusform>
            <numerusform>%n images sont enregistrées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n picture(s) are written.</source>
        <translation>
            <numerusform>Arrêté : %n image est enregistrée.</numerusform>
            <numerusform>Arrêté : %n images sont enregistrées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Les ouvrir</translation>
    </message>
    <message>
        <source>The page in hand is being finished; the window closes by itself then.</source>
        <translation>La page en cours se termine ; la fenêtre se ferme ensuite d’elle-même.</translation>
    </message>
    <message>
        <source>The frames that you changed are not cut yet.</source>
        <translation>Les cadres que vous avez modifiés ne sont pas encore découpés.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Fermer quand même</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Afficher la file d’attente</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Processeur de calcul</translation>
    </message>
    <message>
        <source>{width} × {height}, {depth} bits</source>
        <translation>{width} × {height}, {depth} bits</translation>
    </message>
    <message>
        <source>{place} of {number}</source>
        <translation>{place} sur {number}</translation>
    </message>
    <message>
        <source>The colour model is being opened.</source>
        <translation>Le modèle de couleurs s’ouvre.</translation>
    </message>
    <message>
        <source>opening the model…</source>
        <translation>ouverture du modèle…</translation>
    </message>
    <message>
        <source>Model {name} {version}</source>
        <translation>Modèle {name} {version}</translation>
    </message>
    <message>
        <source>That is what was to be expected.</source>
        <translation>C’est ce qui était prévu.</translation>
    </message>
    <message>
        <source>Asked for: {asked}
Got: {got} ({provider})
{why}</source>
        <translation>Demandé : {asked}
Obtenu : {got} ({provider})
{why}</translation>
    </message>
    <message>
        <source>Timed on this computer, for one picture: {}</source>
        <translation>Mesuré sur cet ordinateur, pour une image : {}</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>aucun modèle</translation>
    </message>
</context>
<context>
    <name>TintController</name>
    <message>
        <source>Colour anew</source>
        <translation>Coloriser à nouveau</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laisser comme avant</translation>
    </message>
    <message>
        <source>Tone of the photo</source>
        <translation>Ton de la photo</translation>
    </message>
    <message>
        <source>Colour of ink</source>
        <translation>Couleur de l’encre</translation>
    </message>
</context>
<context>
    <name>TintPanel</name>
    <message>
        <source>This photo has colours already. They stay as they are.</source>
        <translation>Cette photo a déjà des couleurs. Elles restent comme elles sont.</translation>
    </message>
    <message>
        <source>Colour it anew</source>
        <translation>Coloriser à nouveau</translation>
    </message>
    <message>
        <source>It is not certain whether this photo is black-and-white, or in colours that have faded. It stays as it is until you say so.</source>
        <translation>Il n’est pas certain que cette photo soit en noir et blanc ou que ses couleurs aient pâli. Elle reste comme elle est tant que vous ne l’avez pas dit.</translation>
    </message>
    <message>
        <source>It is black-and-white: colour it</source>
        <translation>Elle est en noir et blanc : la coloriser</translation>
    </message>
    <message>
        <source>The photo&apos;s own colours were replaced.</source>
        <translation>Les couleurs propres de la photo ont été remplacées.</translation>
    </message>
    <message>
        <source>Give them back</source>
        <translation>Les rendre</translation>
    </message>
    <message>
        <source>You have said that this photo is black-and-white.</source>
        <translation>Vous avez dit que cette photo est en noir et blanc.</translation>
    </message>
    <message>
        <source>It is in colour: leave it</source>
        <translation>Elle est en couleur : la laisser</translation>
    </message>
    <message>
        <source>Keep the tone</source>
        <translation>Garder le ton</translation>
    </message>
    <message>
        <source>The colours lie over the tone that the photo has.</source>
        <translation>Les couleurs se posent sur le ton que la photo a.</translation>
    </message>
    <message>
        <source>Ink keeps its colour</source>
        <translation>L’encre garde sa couleur</translation>
    </message>
    <message>
        <source>What is written, stamped or stuck on the photo is not coloured anew.</source>
        <translation>Ce qui est écrit, tamponné ou collé sur la photo n’est pas colorisé à nouveau.</translation>
    </message>
</context>
<context>
    <name>VariationController</name>
    <message>
        <source>The colours are there.</source>
        <translation>Les couleurs sont là.</translation>
    </message>
</context>
<context>
    <name>VariationGrid</name>
    <message>
        <source>Variations</source>
        <translation>Variantes</translation>
    </message>
</context>
<context>
    <name>VariationPanel</name>
    <message>
        <source>This model has one colorization for each photo: here are other sizes and looks.</source>
        <translation>Ce modèle n’a qu’une colorisation par photo : voici d’autres tailles et d’autres rendus.</translation>
    </message>
    <message>
        <source>Variation {}</source>
        <translation>Variante {}</translation>
    </message>
    <message>
        <source>Seen at {} px</source>
        <translation>Vue à {} px</translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation>La plus probable</translation>
    </message>
</context>
<context>
    <name>VersionPanel</name>
    <message>
        <source>Name of this version</source>
        <translation>Nom de cette version</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep the photo as it is now under this name</source>
        <translation>Garder la photo telle qu’elle est sous ce nom</translation>
    </message>
    <message>
        <source>My versions</source>
        <translation>Mes versions</translation>
    </message>
    <message>
        <source>Version {}</source>
        <translation>Version {}</translation>
    </message>
    <message>
        <source>Go back to {}</source>
        <translation>Revenir à {}</translation>
    </message>
    <message>
        <source>Forget {}</source>
        <translation>Oublier {}</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>Watch the folder that a scanner puts its pictures in</source>
        <translation>Surveiller le dossier où un scanner dépose ses images</translation>
    </message>
</context>
<context>
    <name>WatchedFolder</name>
    <message>
        <source>{} is in use by another program: it is done when it is free.</source>
        <translation>{} est utilisé par un autre programme : il sera traité quand il sera libre.</translation>
    </message>
    <message>
        <source>The watched folder is not there now. Autochrome waits for it.</source>
        <translation>Le dossier surveillé n’est pas là pour l’instant. Autochrome l’attend.</translation>
    </message>
    <message>
        <source>The watched folder is there again.</source>
        <translation>Le dossier surveillé est de retour.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
</context>
<context>
    <name>_Plural</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>environ %n minute restante</numerusform>
            <numerusform>environ %n minutes restantes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Split scanned pa&amp;ges…</source>
        <translation>Découper des pa&amp;ges numérisées…</translation>
    </message>
    <message>
        <source>&amp;Add a folder to the queue…</source>
        <translation>A&amp;jouter un dossier à la file…</translation>
    </message>
    <message>
        <source>Q&amp;ueue</source>
        <translation>File d’a&amp;ttente</translation>
    </message>
    <message>
        <source>&amp;Look through the results</source>
        <translation>Parcourir &amp;les résultats</translation>
    </message>
    <message>
        <source>&amp;Good</source>
        <translation>&amp;Bon</translation>
    </message>
    <message>
        <source>&amp;Make again</source>
        <translation>&amp;Refaire</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>R&amp;ejeter</translation>
    </message>
    <message>
        <source>&amp;No mark</source>
        <translation>&amp;Aucun avis</translation>
    </message>
    <message>
        <source>&amp;Put right by hand…</source>
        <translation>&amp;Corriger à la main…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Copy the result</source>
        <translation>&amp;Copier le résultat</translation>
    </message>
    <message>
        <source>Save all edited photos</source>
        <translation>Enregistrer toutes les photos modifiées</translation>
    </message>
    <message>
        <source>Share before and after…</source>
        <translation>Partager avant et après…</translation>
    </message>
    <message>
        <source>Copy the settings</source>
        <translation>Copier les réglages</translation>
    </message>
    <message>
        <source>Paste the settings to the chosen photos</source>
        <translation>Coller les réglages sur les photos choisies</translation>
    </message>
    <message>
        <source>Apply the settings to all of this folder</source>
        <translation>Appliquer les réglages à tout le dossier</translation>
    </message>
    <message>
        <source>Colours of another photo…</source>
        <translation>Couleurs d&apos;une autre photo…</translation>
    </message>
    <message>
        <source>Without the other photo&apos;s colours</source>
        <translation>Sans les couleurs de l&apos;autre photo</translation>
    </message>
    <message>
        <source>&amp;Close photo</source>
        <translation>&amp;Fermer la photo</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>Whole &amp;photo</source>
        <translation>&amp;Photo entière</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>Slider, &amp;left and right</source>
        <translation>Curseur, &amp;gauche et droite</translation>
    </message>
    <message>
        <source>Slider, &amp;above and below</source>
        <translation>Curseur, &amp;haut et bas</translation>
    </message>
    <message>
        <source>Side by &amp;side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
    <message>
        <source>Variations in a &amp;grid</source>
        <translation>Varia&amp;tions en grille</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Plein écra&amp;n</translation>
    </message>
    <message>
        <source>&amp;Hide panels</source>
        <translation>&amp;Masquer les panneaux</translation>
    </message>
    <message>
        <source>C&amp;olour points</source>
        <translation>&amp;Points de couleur</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>Pinc&amp;eau</translation>
    </message>
    <message>
        <source>Repair brush</source>
        <translation>Pinceau de réparation</translation>
    </message>
    <message>
        <source>&amp;Turn, straighten, crop…</source>
        <translation>&amp;Tourner, redresser, recadrer…</translation>
    </message>
    <message>
        <source>Open a reference p&amp;hoto…</source>
        <translation>Ouvrir une photo de ré&amp;férence…</translation>
    </message>
    <message>
        <source>&amp;Next photo</source>
        <translation>Photo &amp;suivante</translation>
    </message>
    <message>
        <source>P&amp;revious photo</source>
        <translation>Photo préc&amp;édente</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Clavier</translation>
    </message>
    <message>
        <source>&amp;How it works</source>
        <translation>&amp;Mode d’emploi</translation>
    </message>
    <message>
        <source>&amp;About Autochrome</source>
        <translation>À &amp;propos d’Autochrome</translation>
    </message>
    <message>
        <source>Nex&amp;t page</source>
        <translation>Page su&amp;ivante</translation>
    </message>
    <message>
        <source>Pre&amp;vious page</source>
        <translation>Page précé&amp;dente</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>The settings could not be read: Autochrome begins with its own. They are kept.</source>
        <translation>Les réglages n’ont pas pu être lus : Autochrome commence avec les siens. Le fichier est conservé.</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>Colour it</source>
        <translation>Coloriser</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>Sauver ce qui reste</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>found</name>
    <message>
        <source>Red tone removed.</source>
        <translation>Ton rouge retiré.</translation>
    </message>
    <message>
        <source>Brown tone removed.</source>
        <translation>Ton brun retiré.</translation>
    </message>
    <message>
        <source>Yellow tone removed.</source>
        <translation>Ton jaune retiré.</translation>
    </message>
    <message>
        <source>Green tone removed.</source>
        <translation>Ton vert retiré.</translation>
    </message>
    <message>
        <source>Blue tone removed.</source>
        <translation>Ton bleu retiré.</translation>
    </message>
    <message>
        <source>Violet tone removed.</source>
        <translation>Ton violet retiré.</translation>
    </message>
    <message>
        <source>Red tone kept under the colours.</source>
        <translation>Ton rouge gardé sous les couleurs.</translation>
    </message>
    <message>
        <source>Brown tone kept under the colours.</source>
        <translation>Ton brun gardé sous les couleurs.</translation>
    </message>
    <message>
        <source>Yellow tone kept under the colours.</source>
        <translation>Ton jaune gardé sous les couleurs.</translation>
    </message>
    <message>
        <source>Green tone kept under the colours.</source>
        <translation>Ton vert gardé sous les couleurs.</translation>
    </message>
    <message>
        <source>Blue tone kept under the colours.</source>
        <translation>Ton bleu gardé sous les couleurs.</translation>
    </message>
    <message>
        <source>Violet tone kept under the colours.</source>
        <translation>Ton violet gardé sous les couleurs.</translation>
    </message>
    <message>
        <source>What is alike has the colours of the reference photo.</source>
        <translation>Ce qui se ressemble a les couleurs de la photo de référence.</translation>
    </message>
    <message>
        <source>Nothing is like the reference photo: its palette as a whole was taken.</source>
        <translation>Rien ne ressemble à la photo de référence : sa palette entière a été prise.</translation>
    </message>
    <message>
        <source>It has the colours of photos of its folder that are like it.</source>
        <translation>Elle a les couleurs des photos semblables de son dossier.</translation>
    </message>
    <message>
        <source>Ink and stamps keep their own colour.</source>
        <translation>L’encre et les tampons gardent leur propre couleur.</translation>
    </message>
    <message>
        <source>Faded tones were spread.</source>
        <translation>Les tons passés ont été étalés.</translation>
    </message>
    <message>
        <source>Less than 0.1 % of the photo was repaired.</source>
        <translation>Moins de 0,1 % de la photo a été réparé.</translation>
    </message>
    <message>
        <source>{} % of the photo was repaired.</source>
        <translation>{} % de la photo ont été réparés.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Over the photo</source>
        <translation>Sur la photo</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Points de couleur</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>Dans la file d’attente</translation>
    </message>
    <message>
        <source>Over a scanned page</source>
        <translation>Sur une page numérisée</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>Déplacer la séparation</translation>
    </message>
    <message>
        <source>arrow keys, Home, End, drag</source>
        <translation>flèches, Début, Fin, glisser</translation>
    </message>
    <message>
        <source>Divider to the middle</source>
        <translation>Séparation au milieu</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>double-clic</translation>
    </message>
    <message>
        <source>See the original</source>
        <translation>Voir l’original</translation>
    </message>
    <message>
        <source>hold the space bar</source>
        <translation>maintenir la barre d’espace</translation>
    </message>
    <message>
        <source>Zoom to the pointer</source>
        <translation>Zoomer vers le pointeur</translation>
    </message>
    <message>
        <source>mouse wheel, pinch</source>
        <translation>molette, pincement</translation>
    </message>
    <message>
        <source>Move the enlarged photo</source>
        <translation>Déplacer la photo agrandie</translation>
    </message>
    <message>
        <source>drag beside the divider</source>
        <translation>glisser à côté de la séparation</translation>
    </message>
    <message>
        <source>Put a point</source>
        <translation>Placer un point</translation>
    </message>
    <message>
        <source>click</source>
        <translation>clic</translation>
    </message>
    <message>
        <source>Put a point in the middle</source>
        <translation>Placer un point au milieu</translation>
    </message>
    <message>
        <source>Move the point</source>
        <translation>Déplacer le point</translation>
    </message>
    <message>
        <source>arrow keys, drag</source>
        <translation>flèches, glisser</translation>
    </message>
    <message>
        <source>Choose the point before, the next point</source>
        <translation>Choisir le point précédent, le suivant</translation>
    </message>
    <message>
        <source>Delete the point</source>
        <translation>Supprimer le point</translation>
    </message>
    <message>
        <source>No more points</source>
        <translation>Ne plus placer de points</translation>
    </message>
    <message>
        <source>Choose the frame before, the next frame</source>
        <translation>Choisir le cadre précédent, le suivant</translation>
    </message>
    <message>
        <source>Move the frame</source>
        <translation>Déplacer le cadre</translation>
    </message>
    <message>
        <source>Resize the frame</source>
        <translation>Changer la taille du cadre</translation>
    </message>
    <message>
        <source>Shift and arrow keys, drag</source>
        <translation>Maj et touches fléchées, glisser</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorée</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Incertaine</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Finding colours</source>
        <translation>Recherche des couleurs</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Nothing has changed since it was colorized.</source>
        <translation>Rien n’a changé depuis la colorisation.</translation>
    </message>
    <message>
        <source>You have marked its result: it stays as it is.</source>
        <translation>Vous avez marqué son résultat : il reste tel quel.</translation>
    </message>
    <message>
        <source>Its disk could not be read or written.</source>
        <translation>Son disque n’a pas pu être lu ou écrit.</translation>
    </message>
    <message>
        <source>Skipped (already in colour)</source>
        <translation>Ignorée (déjà en couleur)</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>moins d’une minute restante</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation>environ {hours} h {minutes} min restantes</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>Précisément</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Mégapixels</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>Calculé par</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>An earlier colour model made its result: it stays as it is.</source>
        <translation>Un modèle de couleurs antérieur a fait son résultat : il reste tel quel.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>Good</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>À refaire</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>Put right by hand</source>
        <translation>Corrigé à la main</translation>
    </message>
    <message>
        <source>{} % sure</source>
        <translation>sûr à {} %</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Résultats</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>As the &amp;window</source>
        <translation>Comme la &amp;fenêtre</translation>
    </message>
    <message>
        <source>Wh&amp;ite</source>
        <translation>&amp;Blanc</translation>
    </message>
    <message>
        <source>&amp;Light grey</source>
        <translation>Gris &amp;clair</translation>
    </message>
    <message>
        <source>&amp;Mid grey</source>
        <translation>Gris &amp;moyen</translation>
    </message>
    <message>
        <source>&amp;Dark grey</source>
        <translation>Gris &amp;foncé</translation>
    </message>
    <message>
        <source>&amp;Black</source>
        <translation>&amp;Noir</translation>
    </message>
    <message>
        <source>S&amp;urround</source>
        <translation>Ento&amp;urage</translation>
    </message>
    <message>
        <source>&amp;Recent photos</source>
        <translation>Photos &amp;récentes</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>That did not work.</source>
        <translation>Cela n’a pas fonctionné.</translation>
    </message>
    <message>
        <source>This photo could not be opened.</source>
        <translation>Cette photo n’a pas pu être ouverte.</translation>
    </message>
    <message>
        <source>This photo is not there any more.</source>
        <translation>Cette photo n’est plus là.</translation>
    </message>
    <message>
        <source>This file is damaged or no photo.</source>
        <translation>Ce fichier est endommagé ou n’est pas une photo.</translation>
    </message>
    <message>
        <source>Photos of this format cannot be read here.</source>
        <translation>Les photos de ce format ne peuvent pas être lues ici.</translation>
    </message>
    <message>
        <source>This is an animation, not a photo.</source>
        <translation>C’est une animation, pas une photo.</translation>
    </message>
    <message>
        <source>This photo is too large.</source>
        <translation>Cette photo est trop grande.</translation>
    </message>
    <message>
        <source>This photo has colours already.</source>
        <translation>Cette photo est déjà en couleur.</translation>
    </message>
    <message>
        <source>This photo may be black-and-white, or its colours may have faded.</source>
        <translation>Cette photo est peut-être en noir et blanc, ou ses couleurs ont peut-être passé.</translation>
    </message>
    <message>
        <source>This photo has no colours to lend: choose one that has.</source>
        <translation>Cette photo n’a pas de couleurs à prêter : choisissez-en une qui en a.</translation>
    </message>
    <message>
        <source>This cannot be written to be shared.</source>
        <translation>Ceci ne peut pas être écrit pour être partagé.</translation>
    </message>
    <message>
        <source>The photo could not be saved.</source>
        <translation>La photo n’a pas pu être enregistrée.</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>Un fichier de ce nom existe déjà.</translation>
    </message>
    <message>
        <source>That is the original photo: choose another name, it is never replaced.</source>
        <translation>C’est la photo d’origine : choisissez un autre nom, elle n’est jamais remplacée.</translation>
    </message>
    <message>
        <source>The photo cannot be saved there.</source>
        <translation>La photo ne peut pas être enregistrée à cet endroit.</translation>
    </message>
    <message>
        <source>The colour model could not be opened.</source>
        <translation>Le modèle de couleurs n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>The colour model is missing, so photos stay grey.</source>
        <translation>Le modèle de couleurs manque : les photos restent grises.</translation>
    </message>
    <message>
        <source>The colour model is not the published one, so it is not used.</source>
        <translation>Le modèle de couleurs n’est pas celui qui a été publié : il n’est pas utilisé.</translation>
    </message>
    <message>
        <source>The colours could not be computed.</source>
        <translation>Les couleurs n’ont pas pu être calculées.</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo.</source>
        <translation>Il n’y a pas assez de mémoire pour cette photo.</translation>
    </message>
    <message>
        <source>The queue cannot be used.</source>
        <translation>La file d’attente est inutilisable.</translation>
    </message>
    <message>
        <source>Another Autochrome is working through this queue already.</source>
        <translation>Un autre Autochrome traite déjà cette file d’attente.</translation>
    </message>
    <message>
        <source>The disk has no room left for the queue.</source>
        <translation>Le disque n’a plus de place pour la file d’attente.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>That colour point cannot be used.</source>
        <translation>Ce point de couleur ne peut pas être utilisé.</translation>
    </message>
</context>
</TS>
