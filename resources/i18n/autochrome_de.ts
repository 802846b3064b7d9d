<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Chooser</name>
    <message>
        <source>Open photographs</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Open a folder of photographs</source>
        <translation>Ordner mit Fotos öffnen</translation>
    </message>
    <message>
        <source>The language changes when Autochrome is opened again.</source>
        <translation>Die Sprache wechselt, wenn Autochrome das nächste Mal geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Before</source>
        <extracomment>From this many device pixels for one of the photo&apos;s on, its pixels are shown as squares.</extracomment>
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
    <name>CrashReporter</name>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Etwas Unerwartetes ist passiert.</translation>
    </message>
    <message>
        <source>Your photos are untouched and you can go on. The details can be copied.</source>
        <translation>Ihre Fotos sind unversehrt, und Sie können weiterarbeiten. Die Einzelheiten lassen sich kopieren.</translation>
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
    <name>Filmstrip</name>
    <message>
        <source>Opened photos</source>
        <translation>Geöffnete Fotos</translation>
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
        <source>Choose a colour, then click in the photo: it spreads over what is there.</source>
        <translation>Eine Farbe wählen und ins Foto klicken: Sie breitet sich über das aus, was dort ist.</translation>
    </message>
    <message>
        <source>This model takes no colour points.</source>
        <translation>Dieses Modell kennt keine Farbpunkte.</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Recolour point</source>
        <extracomment>A press this near to a point takes hold of it. Logical pixels. What an arrow key moves a point by, as a share of the photo&apos;s sides.</extracomment>
        <translation>Punkt umfärben</translation>
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
    <name>Keeper</name>
    <message>
        <source>Your work on this photo could not be kept beside it.</source>
        <translation>Ihre Arbeit an diesem Foto konnte nicht daneben abgelegt werden.</translation>
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
        <extracomment>Field of Look -&gt; its word, lowest and highest value in hundredths.</extracomment>
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
    <name>MainWindow</name>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Farbpunkte</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
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
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
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
        <source>The model that comes with Autochrome</source>
        <translation>Das Modell, das mit Autochrome kommt</translation>
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
        <source>No limit</source>
        <translation>Keine Grenze</translation>
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
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>Size the network sees</source>
        <translation>Größe für das Netz</translation>
    </message>
    <message>
        <source>Memory for the network</source>
        <translation>Speicher für das Netz</translation>
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
    <name>SaveDialog</name>
    <message>
        <source>Save the colour photo</source>
        <translation>Farbfoto speichern</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
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
        <source>Also before and after, side by side</source>
        <translation>Zusätzlich vorher und nachher nebeneinander</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
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
        <source>There is a file of that name: it will be replaced.</source>
        <translation>Eine Datei dieses Namens gibt es schon: Sie wird ersetzt.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Settings of this photo</source>
        <translation>Einstellungen dieses Fotos</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Working</source>
        <translation>Wird bearbeitet</translation>
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
        <source>The colour model is being opened.</source>
        <translation>Das Farbmodell wird geöffnet.</translation>
    </message>
    <message>
        <source>opening the model…</source>
        <translation>Modell wird geöffnet…</translation>
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
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Opening the model…</source>
        <extracomment>The slot of the photo that is shown, among the worker&apos;s requests.</extracomment>
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
        <source>Earlier work</source>
        <translation>Frühere Arbeit</translation>
    </message>
    <message>
        <source>You have worked on this photo before.</source>
        <translation>An diesem Foto haben Sie schon gearbeitet.</translation>
    </message>
    <message>
        <source>Go on with that</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Colour anew</source>
        <translation>Neu färben</translation>
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
        <source>Colour it anew</source>
        <translation>Neu färben</translation>
    </message>
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
    <name>VariationPanel</name>
    <message>
        <source>Show variations</source>
        <translation>Varianten zeigen</translation>
    </message>
    <message>
        <source>This model has one colorization for each photo.</source>
        <translation>Dieses Modell hat für jedes Foto eine Einfärbung.</translation>
    </message>
    <message>
        <source>Variation {}</source>
        <translation>Variante {}</translation>
    </message>
    <message>
        <source>Most likely colours</source>
        <translation>Wahrscheinlichste Farben</translation>
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
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>&amp;Copy the result</source>
        <translation>Ergebnis &amp;kopieren</translation>
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
        <source>C&amp;olour points</source>
        <translation>&amp;Farbpunkte</translation>
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
        <source>&amp;About Autochrome</source>
        <translation>&amp;Über Autochrome</translation>
    </message>
</context>
<context>
    <name>help</name>
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
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>About Autochrome</source>
        <translation>Über Autochrome</translation>
    </message>
    <message>
        <source>Colours for black-and-white photographs, made on this computer.</source>
        <translation>Farben für Schwarzweißfotos, auf diesem Computer gemacht.</translation>
    </message>
    <message>
        <source>The colours are likely ones, not a record of what was there.</source>
        <translation>Die Farben sind wahrscheinliche, kein Zeugnis dessen, was da war.</translation>
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
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Recent photos</source>
        <extracomment>Their words stand beside their pictures.</extracomment>
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
        <extracomment>Error type -&gt; headline. The nearest ancestor&apos;s holds for a type that has none of its own.</extracomment>
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
        <source>That colour point cannot be used.</source>
        <translation>Dieser Farbpunkt kann nicht verwendet werden.</translation>
    </message>
</context>
</TS>
