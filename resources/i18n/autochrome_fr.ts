<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Chooser</name>
    <message>
        <source>Open photographs</source>
        <translation>Ouvrir des photos</translation>
    </message>
    <message>
        <source>Open a folder of photographs</source>
        <translation>Ouvrir un dossier de photos</translation>
    </message>
    <message>
        <source>The language changes when Autochrome is opened again.</source>
        <translation>La langue changera à la prochaine ouverture d’Autochrome.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Before</source>
        <extracomment>From this many device pixels for one of the photo&apos;s on, its pixels are shown as squares.</extracomment>
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
    <name>CrashReporter</name>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Un problème inattendu est survenu.</translation>
    </message>
    <message>
        <source>Your photos are untouched and you can go on. The details can be copied.</source>
        <translation>Vos photos sont intactes et vous pouvez continuer. Les détails peuvent être copiés.</translation>
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
    <name>Filmstrip</name>
    <message>
        <source>Opened photos</source>
        <translation>Photos ouvertes</translation>
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
        <source>Choose a colour, then click in the photo: it spreads over what is there.</source>
        <translation>Choisissez une couleur, puis cliquez dans la photo : elle s’étend sur l’objet qui s’y trouve.</translation>
    </message>
    <message>
        <source>This model takes no colour points.</source>
        <translation>Ce modèle n’accepte pas de points de couleur.</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Recolour point</source>
        <extracomment>A press this near to a point takes hold of it. Logical pixels. What an arrow key moves a point by, as a share of the photo&apos;s sides.</extracomment>
        <translation>Changer la couleur du point</translation>
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
    <name>Keeper</name>
    <message>
        <source>Your work on this photo could not be kept beside it.</source>
        <translation>Votre travail sur cette photo n’a pas pu être conservé à côté d’elle.</translation>
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
        <extracomment>Field of Look -&gt; its word, lowest and highest value in hundredths.</extracomment>
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
    <name>MainWindow</name>
    <message>
        <source>Look</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Points de couleur</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
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
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
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
        <source>The model that comes with Autochrome</source>
        <translation>Le modèle fourni avec Autochrome</translation>
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
        <source>No limit</source>
        <translation>Sans limite</translation>
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
        <source>Device</source>
        <translation>Processeur de calcul</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Fichier du modèle</translation>
    </message>
    <message>
        <source>Size the network sees</source>
        <translation>Taille vue par le réseau</translation>
    </message>
    <message>
        <source>Memory for the network</source>
        <translation>Mémoire pour le réseau</translation>
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
    <name>SaveDialog</name>
    <message>
        <source>Save the colour photo</source>
        <translation>Enregistrer la photo en couleur</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
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
        <source>Also before and after, side by side</source>
        <translation>Aussi avant et après, côte à côte</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>photo</translation>
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
        <source>There is a file of that name: it will be replaced.</source>
        <translation>Un fichier de ce nom existe : il sera remplacé.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Settings of this photo</source>
        <translation>Réglages de cette photo</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
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
        <source>The colour model is being opened.</source>
        <translation>Le modèle de couleurs s’ouvre.</translation>
    </message>
    <message>
        <source>opening the model…</source>
        <translation>ouverture du modèle…</translation>
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
        <source>no model</source>
        <translation>aucun modèle</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Opening the model…</source>
        <extracomment>The slot of the photo that is shown, among the worker&apos;s requests.</extracomment>
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
        <source>Earlier work</source>
        <translation>Travail précédent</translation>
    </message>
    <message>
        <source>You have worked on this photo before.</source>
        <translation>Vous avez déjà travaillé sur cette photo.</translation>
    </message>
    <message>
        <source>Go on with that</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Colour anew</source>
        <translation>Recoloriser</translation>
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
        <source>Colour it anew</source>
        <translation>La recoloriser</translation>
    </message>
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
    <name>VariationPanel</name>
    <message>
        <source>Show variations</source>
        <translation>Afficher les variantes</translation>
    </message>
    <message>
        <source>This model has one colorization for each photo.</source>
        <translation>Ce modèle donne une seule colorisation par photo.</translation>
    </message>
    <message>
        <source>Variation {}</source>
        <translation>Variante {}</translation>
    </message>
    <message>
        <source>Most likely colours</source>
        <translation>Couleurs les plus probables</translation>
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
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>&amp;Copy the result</source>
        <translation>&amp;Copier le résultat</translation>
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
        <source>C&amp;olour points</source>
        <translation>&amp;Points de couleur</translation>
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
        <source>&amp;About Autochrome</source>
        <translation>À &amp;propos d’Autochrome</translation>
    </message>
</context>
<context>
    <name>help</name>
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
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>About Autochrome</source>
        <translation>À propos d’Autochrome</translation>
    </message>
    <message>
        <source>Colours for black-and-white photographs, made on this computer.</source>
        <translation>Des couleurs pour les photos en noir et blanc, calculées sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The colours are likely ones, not a record of what was there.</source>
        <translation>Les couleurs sont probables ; elles ne témoignent pas de ce qui était là.</translation>
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
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Recent photos</source>
        <extracomment>Their words stand beside their pictures.</extracomment>
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
        <extracomment>Error type -&gt; headline. The nearest ancestor&apos;s holds for a type that has none of its own.</extracomment>
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
        <source>That colour point cannot be used.</source>
        <translation>Ce point de couleur ne peut pas être utilisé.</translation>
    </message>
</context>
</TS>
