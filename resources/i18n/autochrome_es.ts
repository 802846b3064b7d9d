<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>About</name>
    <message>
        <source>About Autochrome</source>
        <translation>Acerca de Autochrome</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Colours for black-and-white photographs, made on this computer.</source>
        <translation>Colores para fotografías en blanco y negro, hechos en este equipo.</translation>
    </message>
    <message>
        <source>The colours are likely ones, not a record of what was there.</source>
        <translation>Los colores son probables, no un registro de lo que había.</translation>
    </message>
    <message>
        <source>Model {name} {version}</source>
        <translation>Modelo {name} {version}</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Componente</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>No text of its licence came with this part.</source>
        <translation>Este componente no incluye el texto de su licencia.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>No hay ningún modelo abierto.</translation>
    </message>
</context>
<context>
    <name>BrushController</name>
    <message>
        <source>Brush stroke {number} of {count}: {what}</source>
        <translation>Pincelada {number} de {count}: {what}</translation>
    </message>
</context>
<context>
    <name>BrushPanel</name>
    <message>
        <source>Paint</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>Quitar todos los trazos</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>In the colour above</source>
        <translation>Con el color de arriba</translation>
    </message>
    <message>
        <source>Keep grey</source>
        <translation>Dejar en gris</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Dejarla como estaba</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Goma</translation>
    </message>
</context>
<context>
    <name>BrushTool</name>
    <message>
        <source>Remove all strokes</source>
        <translation>Quitar todos los trazos</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>Trazo</translation>
    </message>
    <message>
        <source>Keep grey</source>
        <translation>Dejar en gris</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Como estaba</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Goma</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Photos are still being colorized.</source>
        <translation>Todavía se están coloreando fotos.</translation>
    </message>
    <message>
        <source>Nothing is lost: Autochrome offers to go on when it is opened again.</source>
        <translation>No se pierde nada: Autochrome ofrecerá continuar cuando se abra de nuevo.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Seguir trabajando</translation>
    </message>
</context>
<context>
    <name>ColorReference</name>
    <message>
        <source>A photo with the colours you want</source>
        <translation>Una foto con los colores que quiere</translation>
    </message>
    <message>
        <source>Colours of another photo</source>
        <translation>Colores de otra foto</translation>
    </message>
    <message>
        <source>Without the other photo&apos;s colours</source>
        <translation>Sin los colores de la otra foto</translation>
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
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>Divider between the original photo and its colours. Space: the original.</source>
        <translation>Divisor entre la foto original y sus colores. Espacio: la original.</translation>
    </message>
</context>
<context>
    <name>CompletionNotifier</name>
    <message>
        <source>The model {} is missing: its photos wait.</source>
        <translation>Falta el modelo {}: sus fotos esperan.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Mostrar la cola</translation>
    </message>
    <message>
        <source>In colour: {}.</source>
        <translation>En color: {}.</translation>
    </message>
    <message>
        <source>Failed: {}.</source>
        <translation>Fallidas: {}.</translation>
    </message>
    <message>
        <source>Skipped: {}.</source>
        <translation>Omitidas: {}.</translation>
    </message>
    <message>
        <source>Not certain: {}.</source>
        <translation>Dudosas: {}.</translation>
    </message>
    <message>
        <source>Still waiting: {}.</source>
        <translation>Aún en espera: {}.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>The device cannot compute any more.</source>
        <translation>El dispositivo ya no puede calcular.</translation>
    </message>
    <message>
        <source>The queue has stopped.</source>
        <translation>La cola se ha detenido.</translation>
    </message>
    <message>
        <source>The queue is done.</source>
        <translation>La cola ha terminado.</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Ha ocurrido algo inesperado.</translation>
    </message>
    <message>
        <source>Your photos are untouched and you can go on. The details can be copied.</source>
        <translation>Sus fotos están intactas y puede continuar. Los detalles se pueden copiar.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
</context>
<context>
    <name>CutBar</name>
    <message>
        <source>Folder for the pictures</source>
        <translation>Carpeta para las imágenes</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Cut off white borders</source>
        <translation>Recortar los bordes blancos</translation>
    </message>
    <message>
        <source>Pages that are cut</source>
        <translation>Páginas que se recortan</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message numerus="yes">
        <source>Cut into %n picture(s)</source>
        <translation>
            <numerusform>Recortar %n imagen</numerusform>
            <numerusform>Recortar %n imágenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for prints: %n page(s) to go</source>
        <translation>
            <numerusform>Buscando copias: falta %n página</numerusform>
            <numerusform>Buscando copias: faltan %n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {} of {} is being cut</source>
        <translation>Se recorta la página {} de {}</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Black-and-white: colour them</source>
        <translation>Blanco y negro: colorear</translation>
    </message>
    <message>
        <source>In colour: leave them</source>
        <translation>En color: dejarlas así</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>Rescatar lo que queda</translation>
    </message>
    <message>
        <source>The part of a photo that can still be read is coloured; the rest is grey.</source>
        <translation>La parte de una foto que aún se puede leer se colorea; el resto queda gris.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) may be black-and-white, or colour photos that have faded.</source>
        <translation>
            <numerusform>%n foto puede ser en blanco y negro o una foto en color desvaída.</numerusform>
            <numerusform>%n fotos pueden ser en blanco y negro o fotos en color desvaídas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are damaged.</source>
        <translation>
            <numerusform>%n foto está dañada.</numerusform>
            <numerusform>%n fotos están dañadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag the result into another program</source>
        <translation>Arrastrar el resultado a otro programa</translation>
    </message>
</context>
<context>
    <name>DragOut</name>
    <message>
        <source>photo</source>
        <translation>foto</translation>
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
        <translation>Suelte aquí sus fotografías</translation>
    </message>
    <message>
        <source>and see them in colour. Nothing leaves this computer.</source>
        <translation>y véalas en color. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Open photographs…</source>
        <translation>Abrir fotografías…</translation>
    </message>
    <message>
        <source>or try one of these</source>
        <translation>o pruebe con una de estas</translation>
    </message>
    <message>
        <source>Sample photo {}</source>
        <translation>Foto de ejemplo {}</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop it anywhere here</source>
        <translation>Suéltelo en cualquier lugar</translation>
    </message>
</context>
<context>
    <name>EditAutosave</name>
    <message>
        <source>your work on {}</source>
        <translation>su trabajo en {}</translation>
    </message>
    <message>
        <source>Your work on this photo could not be kept beside it.</source>
        <translation>Su trabajo en esta foto no se pudo guardar junto a ella.</translation>
    </message>
</context>
<context>
    <name>EditClipboard</name>
    <message>
        <source>Paste the settings</source>
        <translation>Pegar los ajustes</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have the settings too.</source>
        <translation>
            <numerusform>%n foto tiene ahora también los ajustes.</numerusform>
            <numerusform>%n fotos tienen ahora también los ajustes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>Variation</source>
        <translation>Variación</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>Guardar versión</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Forget version</source>
        <translation>Olvidar versión</translation>
    </message>
    <message>
        <source>Restore my edits</source>
        <translation>Recuperar mis cambios</translation>
    </message>
</context>
<context>
    <name>ExternalEditor</name>
    <message>
        <source>Save puts the colour photo in the place of {}, the copy that another program has made for this.</source>
        <translation>Guardar pone la foto en color en el lugar de {}, la copia que otro programa ha hecho para esto.</translation>
    </message>
    <message>
        <source>{} cannot hold the colour photo: Save asks for another place, and the other program will not find it by itself.</source>
        <translation>{} no puede contener la foto en color: Guardar pide otro lugar, y el otro programa no la encontrará por sí solo.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open photographs</source>
        <translation>Abrir fotografías</translation>
    </message>
    <message>
        <source>Open a folder of photographs</source>
        <translation>Abrir una carpeta de fotografías</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>FilledNotice</name>
    <message>
        <source>There is no photo to colorize in there.</source>
        <translation>Ahí no hay ninguna foto que colorear.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have joined the queue.</source>
        <translation>
            <numerusform>%n foto se ha sumado a la cola.</numerusform>
            <numerusform>%n fotos se han sumado a la cola.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some folders could not be read.</source>
        <translation>No se pudieron leer algunas carpetas.</translation>
    </message>
    <message>
        <source>Colorize all</source>
        <translation>Colorear todas</translation>
    </message>
    <message>
        <source>Open them one by one instead</source>
        <translation>Abrirlas mejor una a una</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Opened photos</source>
        <translation>Fotos abiertas</translation>
    </message>
</context>
<context>
    <name>FrameCommands</name>
    <message>
        <source>Change the figures</source>
        <translation>Cambiar los valores</translation>
    </message>
    <message>
        <source>Turn the picture</source>
        <translation>Girar la imagen</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Añadir un marco</translation>
    </message>
    <message>
        <source>Delete a frame</source>
        <translation>Eliminar un marco</translation>
    </message>
    <message>
        <source>Join frames</source>
        <translation>Unir marcos</translation>
    </message>
    <message>
        <source>Cut a frame in two</source>
        <translation>Cortar un marco en dos</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Como se encontró</translation>
    </message>
</context>
<context>
    <name>FrameController</name>
    <message>
        <source>Turn, straighten, crop</source>
        <translation>Girar, enderezar, recortar</translation>
    </message>
</context>
<context>
    <name>FrameDialog</name>
    <message>
        <source>Turn, straighten, crop</source>
        <translation>Girar, enderezar, recortar</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Girar a la izquierda</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Girar a la derecha</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Foto entera</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Enderezar</translation>
    </message>
    <message>
        <source>The photo itself stays as it is; only what is saved is turned and cut.</source>
        <translation>La foto misma queda como está; solo se gira y recorta lo que se guarda.</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>What stays of the photo</source>
        <translation>Lo que queda de la foto</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>An old photograph in colour</source>
        <translation>Una fotografía antigua en color</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Drop photographs onto the window, paste a picture, or open files. The photo appears in grey at once and its colours arrive a moment later.</source>
        <translation>Suelte fotografías en la ventana, pegue una imagen o abra archivos. La foto aparece enseguida en gris y sus colores llegan un momento después.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Drag the line over the photo: the original on one side, the colours on the other. Hold the space bar to see the original alone. The mouse wheel zooms.</source>
        <translation>Arrastre la línea sobre la foto: a un lado la original, al otro los colores. Mantenga la barra espaciadora para ver solo la original. La rueda del ratón amplía.</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>Elegir un aspecto</translation>
    </message>
    <message>
        <source>Strength, saturation and warmth change at once what you see, and every step can be undone. Keep a look you like under a name of its own.</source>
        <translation>La intensidad, la saturación y la calidez cambian al instante lo que ve, y cada paso se puede deshacer. Conserve con un nombre propio el aspecto que le guste.</translation>
    </message>
    <message>
        <source>Say what you know</source>
        <translation>Decir lo que sabe</translation>
    </message>
    <message>
        <source>The dress was blue? Choose a colour, click on the dress, and the colour spreads over it. Colours can be taken from a reference photo with the eyedropper.</source>
        <translation>¿El vestido era azul? Elija un color, haga clic en el vestido y el color se extenderá por él. Con el cuentagotas se pueden tomar colores de una foto de referencia.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The result is a new file with every pixel of the photo; the original is never changed. The file says that it was colorized. The arrow beside the buttons drags the result into another program.</source>
        <translation>El resultado es un archivo nuevo con todos los píxeles de la foto; la original nunca se modifica. El archivo indica que fue coloreado. Con la flecha junto a los botones se arrastra el resultado a otro programa.</translation>
    </message>
    <message>
        <source>Many photos</source>
        <translation>Muchas fotos</translation>
    </message>
    <message>
        <source>Drop a folder: its photos join the queue and are colorized one after another, while you go on with something else.</source>
        <translation>Suelte una carpeta: sus fotos se suman a la cola y se colorean una tras otra mientras usted hace otra cosa.</translation>
    </message>
    <message>
        <source>The colours are likely ones, learned from many photographs. They are no record of what was there: whoever remembers better is right.</source>
        <translation>Los colores son probables, aprendidos de muchas fotografías. No son un registro de lo que había: quien lo recuerde mejor tiene razón.</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Cómo funciona</translation>
    </message>
</context>
<context>
    <name>HintController</name>
    <message>
        <source>Colour point {number} of {count}: {color}, {place}</source>
        <translation>Punto de color {number} de {count}: {color}, {place}</translation>
    </message>
</context>
<context>
    <name>HintPanel</name>
    <message>
        <source>Light skin</source>
        <translation>Piel clara</translation>
    </message>
    <message>
        <source>Tanned skin</source>
        <translation>Piel morena</translation>
    </message>
    <message>
        <source>Dark skin</source>
        <translation>Piel oscura</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Labios</translation>
    </message>
    <message>
        <source>Blond hair</source>
        <translation>Pelo rubio</translation>
    </message>
    <message>
        <source>Brown hair</source>
        <translation>Pelo castaño</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Cielo</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Agua</translation>
    </message>
    <message>
        <source>Foliage</source>
        <translation>Follaje</translation>
    </message>
    <message>
        <source>Grass</source>
        <translation>Hierba</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>Madera</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>Ladrillo</translation>
    </message>
    <message>
        <source>Blue cloth</source>
        <translation>Tela azul</translation>
    </message>
    <message>
        <source>Red cloth</source>
        <translation>Tela roja</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Sin color</translation>
    </message>
    <message>
        <source>Brass, gold</source>
        <translation>Latón, oro</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Puntos de color</translation>
    </message>
    <message>
        <source>Place colour points</source>
        <translation>Colocar puntos de color</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>Cualquier color</translation>
    </message>
    <message>
        <source>Any colour, also from anywhere on the screen</source>
        <translation>Cualquier color, también de cualquier lugar de la pantalla</translation>
    </message>
    <message>
        <source>Colour as #RRGGBB</source>
        <translation>Color como #RRGGBB</translation>
    </message>
    <message>
        <source>Take a colour from the photo</source>
        <translation>Tomar un color de la foto</translation>
    </message>
    <message>
        <source>Take a colour from the photo or any window of Autochrome</source>
        <translation>Tomar un color de la foto o de cualquier ventana de Autochrome</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>Eliminar el punto</translation>
    </message>
    <message>
        <source>Delete point (Del)</source>
        <translation>Eliminar el punto (Supr)</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Eliminar todos</translation>
    </message>
    <message>
        <source>Point {}: {}, {}</source>
        <translation>Punto {}: {}, {}</translation>
    </message>
    <message>
        <source>Choose a colour, then click in the photo: the thing there takes it.</source>
        <translation>Elija un color y haga clic en la foto: lo que hay allí lo toma.</translation>
    </message>
</context>
<context>
    <name>HintPopover</name>
    <message>
        <source>How far the colour reaches</source>
        <translation>Hasta dónde llega el color</translation>
    </message>
    <message>
        <source>Colour point {} of {}</source>
        <translation>Punto de color {} de {}</translation>
    </message>
    <message>
        <source>Used lately: {}</source>
        <translation>Usado hace poco: {}</translation>
    </message>
    <message>
        <source>Likely here: {}</source>
        <translation>Probable aquí: {}</translation>
    </message>
    <message>
        <source>Any colour…</source>
        <translation>Otro color…</translation>
    </message>
    <message>
        <source>Take a colour from the photo</source>
        <translation>Tomar un color de la foto</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>Eliminar el punto</translation>
    </message>
    <message>
        <source>Used lately</source>
        <translation>Usados hace poco</translation>
    </message>
    <message>
        <source>Likely here</source>
        <translation>Probables aquí</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>solo aquí</translation>
    </message>
    <message>
        <source>all that is like it</source>
        <translation>todo lo que se le parece</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>Cualquier color</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Recolour point</source>
        <translation>Cambiar el color del punto</translation>
    </message>
    <message>
        <source>Reach of point</source>
        <translation>Alcance del punto</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>Eliminar el punto</translation>
    </message>
    <message>
        <source>Delete all points</source>
        <translation>Eliminar todos los puntos</translation>
    </message>
    <message>
        <source>Move point</source>
        <translation>Mover el punto</translation>
    </message>
    <message>
        <source>Colour point</source>
        <translation>Punto de color</translation>
    </message>
</context>
<context>
    <name>JobDetails</name>
    <message>
        <source>Details of the chosen photo</source>
        <translation>Detalles de la foto elegida</translation>
    </message>
    <message>
        <source>Choose a photo in the table.</source>
        <translation>Elija una foto en la tabla.</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Open the result</source>
        <translation>Abrir el resultado</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Colorize by hand…</source>
        <translation>Colorear a mano…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Do it first</source>
        <translation>Hacer primero</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Photos in the queue</source>
        <translation>Fotos en la cola</translation>
    </message>
</context>
<context>
    <name>JobModel</name>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>LeaveGuard</name>
    <message>
        <source>The pasted picture has no file, and your work on it none either.</source>
        <translation>La imagen pegada no tiene archivo, y su trabajo en ella tampoco.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Seguir trabajando</translation>
    </message>
    <message>
        <source>Being finished: {}</source>
        <translation>Se está terminando: {}</translation>
    </message>
    <message>
        <source>Autochrome closes by itself when that is done.</source>
        <translation>Autochrome se cierra solo cuando haya terminado.</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>Natural</source>
        <translation>Natural</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>Intenso</translation>
    </message>
    <message>
        <source>Hand-tinted</source>
        <translation>Coloreado a mano</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturación</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Calidez</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Brillo</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Luz</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>Mantener pulsado: original</translation>
    </message>
    <message>
        <source>Also with the space bar</source>
        <translation>También con la barra espaciadora</translation>
    </message>
    <message>
        <source>{}, value</source>
        <translation>{}, valor</translation>
    </message>
    <message>
        <source>Reset look</source>
        <translation>Restablecer el aspecto</translation>
    </message>
    <message>
        <source>Preset {}</source>
        <translation>Ajuste {}</translation>
    </message>
    <message>
        <source>Double click: as it was</source>
        <translation>Doble clic: como estaba</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>The model that comes with Autochrome</source>
        <translation>El modelo que viene con Autochrome</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Verifying the model…</source>
        <translation>Verificando el modelo…</translation>
    </message>
    <message>
        <source>colour points</source>
        <translation>puntos de color</translation>
    </message>
    <message>
        <source>variations</source>
        <translation>variantes</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>confianza</translation>
    </message>
    <message>
        <source>{name} {version}, SHA-256 {hash}…
With: {abilities}.</source>
        <translation>{name} {version}, SHA-256 {hash}…
Con: {abilities}.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Models (*.onnx)</source>
        <translation>Modelos (*.onnx)</translation>
    </message>
</context>
<context>
    <name>ModelLibrary</name>
    <message>
        <source>Colour models</source>
        <translation>Modelos de color</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Trying the model {name}…</source>
        <translation>Probando el modelo {name}…</translation>
    </message>
    <message>
        <source>A sample picture has shown how {name} is to be read. Look at its colours: if they are wrong, say otherwise (autochrome models change).</source>
        <translation>Una imagen de prueba ha mostrado cómo se lee {name}. Mire sus colores: si no son correctos, se puede cambiar (autochrome models change).</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Models (*.onnx)</source>
        <translation>Modelos (*.onnx)</translation>
    </message>
    <message>
        <source>Autochrome&apos;s own</source>
        <translation>El de Autochrome</translation>
    </message>
    <message>
        <source>{} ms</source>
        <translation>{} ms</translation>
    </message>
    <message>
        <source>Together: each photo is coloured by all of them, and the colours are averaged by their shares.</source>
        <translation>Juntos: todos colorean cada foto, y los colores se promedian según sus partes.</translation>
    </message>
    <message>
        <source>Tick several models to let them work together.</source>
        <translation>Marque varios modelos para que trabajen juntos.</translation>
    </message>
    <message>
        <source>Tick the model that is to colour photos.</source>
        <translation>Marque el modelo que ha de colorear las fotos.</translation>
    </message>
    <message>
        <source>The model that comes with Autochrome stays.</source>
        <translation>El modelo que viene con Autochrome se queda.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name of the look</source>
        <translation>Nombre del aspecto</translation>
    </message>
    <message>
        <source>There is a look of that name: it will be replaced.</source>
        <translation>Ya existe un aspecto con ese nombre: se reemplazará.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>{}, page {}</source>
        <translation>{}, página {}</translation>
    </message>
    <message>
        <source>Being looked at…</source>
        <translation>Se está examinando…</translation>
    </message>
    <message numerus="yes">
        <source>%n print(s)</source>
        <translation>
            <numerusform>%n copia</numerusform>
            <numerusform>%n copias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>The page, with a frame around each print</source>
        <translation>La página, con un marco alrededor de cada copia</translation>
    </message>
    <message>
        <source>Print {} of {}: {} × {} pixels, turned by {}°</source>
        <translation>Copia {} de {}: {} × {} píxeles, girada {}°</translation>
    </message>
    <message>
        <source>Move the frame</source>
        <translation>Mover el marco</translation>
    </message>
    <message>
        <source>Turn the frame</source>
        <translation>Girar el marco</translation>
    </message>
    <message>
        <source>Resize the frame</source>
        <translation>Cambiar el tamaño del marco</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Añadir un marco</translation>
    </message>
</context>
<context>
    <name>PhotoEditor</name>
    <message>
        <source>Opening the model…</source>
        <translation>Abriendo el modelo…</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Buscando fotos…</translation>
    </message>
    <message>
        <source>Opening {}…</source>
        <translation>Abriendo {}…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
    <message>
        <source>There are no photos in that folder.</source>
        <translation>No hay fotos en esa carpeta.</translation>
    </message>
    <message>
        <source>Your earlier work on this photo is restored.</source>
        <translation>Se ha recuperado su trabajo anterior en esta foto.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>The end of this file is missing, but the whole photo is there.</source>
        <translation>A este archivo le falta el final, pero la foto está completa.</translation>
    </message>
    <message>
        <source>This photo is damaged: {} of it could be read, the rest is grey.</source>
        <translation>Esta foto está dañada: se pudo leer el {}; el resto queda gris.</translation>
    </message>
    <message>
        <source>Not everything about this photo&apos;s file could be used.</source>
        <translation>No se ha podido usar todo lo que hay en el archivo de esta foto.</translation>
    </message>
    <message>
        <source>The photo is as it was without your edits.</source>
        <translation>La foto está como era sin sus cambios.</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>Rescatar lo que queda</translation>
    </message>
    <message>
        <source>Finding the colours…</source>
        <translation>Buscando los colores…</translation>
    </message>
    <message>
        <source>The colours are made on {}: a faster device cannot be used here.</source>
        <translation>Los colores se calculan en {}: aquí no se puede usar un dispositivo más rápido.</translation>
    </message>
    <message>
        <source>Restore my edits</source>
        <translation>Recuperar mis cambios</translation>
    </message>
</context>
<context>
    <name>PhotoListModel</name>
    <message>
        <source>edited</source>
        <translation>editada</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>guardada</translation>
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
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Fix a colour</source>
        <translation>Corregir un color</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparación</translation>
    </message>
</context>
<context>
    <name>PhotoRepairs</name>
    <message>
        <source>Following the scratch…</source>
        <translation>Siguiendo el arañazo…</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>Buscando daños…</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>Reparando…</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>As the model says</source>
        <translation>Según el modelo</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>Igual que el sistema</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Como la foto</translation>
    </message>
    <message>
        <source>Beside the photo</source>
        <translation>Junto a la foto</translation>
    </message>
    <message>
        <source>{size} px, as the model says</source>
        <translation>{size} px, según el modelo</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>Tamaño de la letra</translation>
    </message>
    <message>
        <source>Colour model</source>
        <translation>Modelo de color</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Size the model sees</source>
        <translation>Tamaño que ve el modelo</translation>
    </message>
    <message>
        <source>Memory for the model</source>
        <translation>Memoria para el modelo</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Quality of JPEG, WebP and AVIF</source>
        <translation>Calidad de JPEG, WebP y AVIF</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Carpeta para los resultados</translation>
    </message>
    <message>
        <source>Choose a folder for results</source>
        <translation>Elegir una carpeta para los resultados</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Archivo del modelo</translation>
    </message>
    <message>
        <source>Colour models…</source>
        <translation>Modelos de color…</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>Otros modelos</translation>
    </message>
</context>
<context>
    <name>PreferencesController</name>
    <message>
        <source>The language changes when Autochrome is opened again.</source>
        <translation>El idioma cambiará la próxima vez que se abra Autochrome.</translation>
    </message>
</context>
<context>
    <name>PresetController</name>
    <message>
        <source>The look {} is deleted.</source>
        <translation>El aspecto {} se ha eliminado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>My looks</source>
        <translation>Mis aspectos</translation>
    </message>
    <message>
        <source>&amp;Keep this look…</source>
        <translation>&amp;Conservar este aspecto…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Cambiar &amp;nombre</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Keep this look</source>
        <translation>Conservar este aspecto</translation>
    </message>
    <message>
        <source>Rename the look</source>
        <translation>Cambiar el nombre del aspecto</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Turn left</source>
        <translation>Girar a la izquierda</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Girar a la derecha</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Añadir un marco</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Cut in two</source>
        <translation>Cortar en dos</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Como se encontró</translation>
    </message>
    <message>
        <source>Print {} of {}</source>
        <translation>Copia {} de {}</translation>
    </message>
    <message>
        <source>No print is chosen</source>
        <translation>Ninguna copia elegida</translation>
    </message>
    <message>
        <source>Turn the picture to the left when it is cut</source>
        <translation>Girar la imagen a la izquierda al recortarla</translation>
    </message>
    <message>
        <source>Turn the picture to the right when it is cut</source>
        <translation>Girar la imagen a la derecha al recortarla</translation>
    </message>
    <message>
        <source>Another frame in the middle of the page</source>
        <translation>Otro marco en el centro de la página</translation>
    </message>
    <message>
        <source>What is in this frame becomes no picture</source>
        <translation>Lo que hay en este marco no será una imagen</translation>
    </message>
    <message>
        <source>One frame around all that are chosen (Ctrl and click)</source>
        <translation>Un solo marco alrededor de todos los elegidos (Ctrl y clic)</translation>
    </message>
    <message>
        <source>Two frames in place of this one, side by side</source>
        <translation>Dos marcos contiguos en lugar de este</translation>
    </message>
    <message>
        <source>The frames of this page as they were found</source>
        <translation>Los marcos de esta página tal como se encontraron</translation>
    </message>
    <message>
        <source>Middle, from the left</source>
        <translation>Centro, desde la izquierda</translation>
    </message>
    <message>
        <source>Middle, from the top</source>
        <translation>Centro, desde arriba</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Anchura</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Turned by</source>
        <translation>Giro</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>Add a folder of photographs to the queue</source>
        <translation>Añadir una carpeta de fotografías a la cola</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) of the last queue still wait.</source>
        <translation>
            <numerusform>%n foto de la última cola sigue en espera.</numerusform>
            <numerusform>%n fotos de la última cola siguen en espera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Mostrar la cola</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>{} is not there any more.</source>
        <translation>{} ya no está.</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Colorize all</source>
        <translation>Colorear todas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Añadir una carpeta…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Reintentar las fallidas</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Cancelar todas</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Quitar las terminadas</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Buscando fotos…</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Progreso de la cola</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Buscar por nombre</translation>
    </message>
    <message>
        <source>Show photos that are</source>
        <translation>Mostrar las fotos según su estado</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Todas las fotos</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Look through photos and results side by side</source>
        <translation>Repasar fotos y resultados uno al lado del otro</translation>
    </message>
    <message>
        <source>Everything that is known of the chosen photo</source>
        <translation>Todo lo que se sabe de la foto elegida</translation>
    </message>
    <message>
        <source>Drop a folder here: its photos wait in this queue.</source>
        <translation>Suelte aquí una carpeta: sus fotos esperan en esta cola.</translation>
    </message>
    <message>
        <source>Batch settings</source>
        <translation>Ajustes del lote</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Vigilar una carpeta…</translation>
    </message>
    <message>
        <source>Watching {}</source>
        <translation>Vigilando {}</translation>
    </message>
    <message>
        <source>Each scan that comes into a folder is colorized as soon as it is whole</source>
        <translation>Cada escaneo que llega a una carpeta se colorea en cuanto está completo</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Update if changed</source>
        <translation>Actualizar si ha cambiado</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>Give the new one another name</source>
        <translation>Dar otro nombre al nuevo</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Reemplazarlo</translation>
    </message>
    <message>
        <source>Ask me at the end</source>
        <translation>Preguntarme al final</translation>
    </message>
    <message>
        <source>Colour the photo</source>
        <translation>Colorear la foto</translation>
    </message>
    <message>
        <source>Leave the photo as it is</source>
        <translation>Dejar la foto como está</translation>
    </message>
    <message>
        <source>Say so</source>
        <translation>Avisar</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Quit Autochrome</source>
        <translation>Salir de Autochrome</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Also photos that have colours</source>
        <translation>También fotos que ya tienen color</translation>
    </message>
    <message>
        <source>With the date of the photo&apos;s file</source>
        <translation>Con la fecha del archivo de la foto</translation>
    </message>
    <message>
        <source>With notes of other programs (.xmp, .json)</source>
        <translation>Con notas de otros programas (.xmp, .json)</translation>
    </message>
    <message>
        <source>Keep the tone of toned photos</source>
        <translation>Conservar el tono de las fotos</translation>
    </message>
    <message>
        <source>Ink keeps its colour</source>
        <translation>La tinta conserva su color</translation>
    </message>
    <message>
        <source>Rescue damaged photos</source>
        <translation>Rescatar fotos dañadas</translation>
    </message>
    <message>
        <source>With my marks as stars</source>
        <translation>Con mis marcas como estrellas</translation>
    </message>
    <message>
        <source>Photos that are alike have the same colours</source>
        <translation>Las fotos parecidas tienen los mismos colores</translation>
    </message>
    <message>
        <source>Repair scratches and dust</source>
        <translation>Reparar arañazos y polvo</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>Ampliar los tonos desvaídos</translation>
    </message>
    <message>
        <source>These can be changed when the queue rests.</source>
        <translation>Se pueden cambiar cuando la cola está en reposo.</translation>
    </message>
    <message>
        <source>{before} becomes {after}</source>
        <translation>{before} pasa a ser {after}</translation>
    </message>
    <message>
        <source>As the photo has it</source>
        <translation>Como la foto</translation>
    </message>
    <message>
        <source>In braces: {}</source>
        <translation>Entre llaves: {}</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Los resultados van a</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nombre del archivo</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>If there is a result already</source>
        <translation>Si ya hay un resultado</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>If it may be a faded colour photo</source>
        <translation>Si puede ser una foto en color desteñida</translation>
    </message>
    <message>
        <source>When all is done</source>
        <translation>Cuando todo termine</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>Adónde van los resultados</translation>
    </message>
    <message>
        <source>That is no name for a result. In braces may stand: {}.</source>
        <translation>Ese no es un nombre de resultado. Entre llaves puede ir: {}.</translation>
    </message>
    <message>
        <source>As the open photo</source>
        <translation>Como la foto abierta</translation>
    </message>
    <message>
        <source>As chosen earlier</source>
        <translation>Como se eligió antes</translation>
    </message>
    <message>
        <source>Update, also for a new model</source>
        <translation>Actualizar, también el modelo</translation>
    </message>
</context>
<context>
    <name>QueueProgressView</name>
    <message>
        <source>The disk is full: the queue waits until there is room.</source>
        <translation>El disco está lleno: la cola espera hasta que haya sitio.</translation>
    </message>
    <message>
        <source>The computer may go to sleep meanwhile: that could not be prevented.</source>
        <translation>El equipo puede suspenderse mientras tanto: no se pudo evitar.</translation>
    </message>
    <message>
        <source>Queue: {} waiting</source>
        <translation>Cola: {} en espera</translation>
    </message>
    <message>
        <source>Queue: {} of {}</source>
        <translation>Cola: {} de {}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>finishing the photo in hand</source>
        <translation>terminando la foto en curso</translation>
    </message>
</context>
<context>
    <name>ReferenceWindow</name>
    <message>
        <source>{} – reference</source>
        <translation>{} – referencia</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>Foto de referencia</translation>
    </message>
</context>
<context>
    <name>ReferenceWindows</name>
    <message>
        <source>Open reference photos</source>
        <translation>Abrir fotos de referencia</translation>
    </message>
</context>
<context>
    <name>RepairController</name>
    <message>
        <source>Repair mark {number} of {count}: {what}</source>
        <translation>Marca de reparación {number} de {count}: {what}</translation>
    </message>
    <message>
        <source>The scanner&apos;s infrared picture is no map of dust here, as with silver film: damage was looked for in the photo itself.</source>
        <translation>La imagen infrarroja del escáner no muestra aquí el polvo, como en la película de plata: los daños se han buscado en la propia foto.</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>Buscar daños</translation>
    </message>
    <message>
        <source>No straight scratch was found there. Click right on one, zoomed in if it is faint.</source>
        <translation>Ahí no se encontró ningún arañazo recto. Haga clic justo en uno; si es tenue, amplíe antes.</translation>
    </message>
    <message>
        <source>Follow a scratch</source>
        <translation>Seguir un arañazo</translation>
    </message>
    <message>
        <source>A scratch was followed and marked.</source>
        <translation>Se siguió y marcó un arañazo.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparación</translation>
    </message>
    <message>
        <source>Without the repair</source>
        <translation>Sin la reparación</translation>
    </message>
    <message>
        <source>Strength of the repair</source>
        <translation>Intensidad de la reparación</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>Remove all marks</source>
        <translation>Quitar todas las marcas</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>Ampliar los tonos desvaídos</translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message>
        <source>Find scratches and dust</source>
        <translation>Buscar arañazos y polvo</translation>
    </message>
    <message>
        <source>Show the marked places</source>
        <translation>Mostrar los lugares marcados</translation>
    </message>
    <message>
        <source>Mark by hand</source>
        <translation>Marcar a mano</translation>
    </message>
    <message>
        <source>This is damaged too</source>
        <translation>Esto también está dañado</translation>
    </message>
    <message>
        <source>This is not damaged</source>
        <translation>Esto no está dañado</translation>
    </message>
    <message>
        <source>Heal this spot at once</source>
        <translation>Reparar este punto al momento</translation>
    </message>
    <message>
        <source>Size of the repair brush</source>
        <translation>Tamaño del pincel de reparación</translation>
    </message>
    <message>
        <source>Strength of the repair</source>
        <translation>Intensidad de la reparación</translation>
    </message>
    <message>
        <source>Hold to see it without the repair</source>
        <translation>Mantener pulsado: sin reparar</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>Ampliar los tonos desvaídos</translation>
    </message>
    <message>
        <source>A photo that is not faded stays as it is.</source>
        <translation>Una foto que no está desvaída queda como está.</translation>
    </message>
    <message>
        <source>Remove all marks</source>
        <translation>Quitar todas las marcas</translation>
    </message>
    <message>
        <source>Sensitivity of the search</source>
        <translation>Sensibilidad de la búsqueda</translation>
    </message>
    <message>
        <source>The farther right, the more is taken for damage.</source>
        <translation>Cuanto más a la derecha, más se toma por daño.</translation>
    </message>
    <message>
        <source>Follow a scratch</source>
        <translation>Seguir un arañazo</translation>
    </message>
    <message>
        <source>Click on a straight scratch that runs through the whole photo.</source>
        <translation>Haga clic en un arañazo recto que cruce toda la foto.</translation>
    </message>
    <message>
        <source>Repair the marked places</source>
        <translation>Reparar los lugares marcados</translation>
    </message>
    <message>
        <source>Take the repair back</source>
        <translation>Deshacer la reparación</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>No damage was found. You can mark some by hand.</source>
        <translation>No se han encontrado daños. Puede marcarlos a mano.</translation>
    </message>
    <message>
        <source>{} % of the photo was found to be damaged.</source>
        <translation>Se ha encontrado dañado un {} % de la foto.</translation>
    </message>
    <message>
        <source>{} % of the photo looks damaged. Check the marked places, then repair.</source>
        <translation>Un {} % de la foto parece dañado. Revise los lugares marcados y luego repare.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
</context>
<context>
    <name>RepairTool</name>
    <message>
        <source>Mark damage</source>
        <translation>Marcar un daño</translation>
    </message>
    <message>
        <source>Take marks away</source>
        <translation>Quitar marcas</translation>
    </message>
    <message>
        <source>Heal a spot</source>
        <translation>Reparar un punto</translation>
    </message>
</context>
<context>
    <name>ResultExporter</name>
    <message>
        <source>Saving {}…</source>
        <translation>Guardando {}…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copiando…</translation>
    </message>
</context>
<context>
    <name>ResultReview</name>
    <message>
        <source>Some marks could not be written into the photos.</source>
        <translation>Algunas marcas no se pudieron escribir en las fotos.</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>{} is made anew as it is here.</source>
        <translation>{} se hace de nuevo tal como está aquí.</translation>
    </message>
    <message>
        <source>Change what you like. Save replaces the result.</source>
        <translation>Cambie lo que quiera. «Guardar» sustituye el resultado.</translation>
    </message>
</context>
<context>
    <name>ReviewGrid</name>
    <message>
        <source>Photos and their results</source>
        <translation>Fotos y sus resultados</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>All results</source>
        <translation>Todos los resultados</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Aún no vistos</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bueno</translation>
    </message>
    <message>
        <source>Put right by hand</source>
        <translation>Corregido a mano</translation>
    </message>
    <message>
        <source>To be made again</source>
        <translation>Por rehacer</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Los menos seguros primero</translation>
    </message>
    <message>
        <source>By mark</source>
        <translation>Por marca</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>As in the queue</source>
        <translation>Como en la cola</translation>
    </message>
    <message numerus="yes">
        <source>Make %n marked one(s) again</source>
        <translation>
            <numerusform>Rehacer %n marcado</numerusform>
            <numerusform>Rehacer los %n marcados</numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {} looked at</source>
        <translation>{} de {} vistos</translation>
    </message>
    <message>
        <source>Which results are shown</source>
        <translation>Qué resultados se muestran</translation>
    </message>
    <message>
        <source>Their order</source>
        <translation>Su orden</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the colour photo</source>
        <translation>Guardar la foto en color</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Bits per colour</source>
        <translation>Bits por color</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>about {}</source>
        <translation>unos {}</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Tamaño del archivo</translation>
    </message>
    <message>
        <source>As the photo ({})</source>
        <translation>Como la foto ({})</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>Choose a folder for results</source>
        <translation>Elegir una carpeta para los resultados</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>That is the original, which is never replaced: choose another name.</source>
        <translation>Es el original, que nunca se reemplaza: elija otro nombre.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Indique un archivo.</translation>
    </message>
    <message>
        <source>Autochrome writes no file that ends in {ending}: use {endings}.</source>
        <translation>Autochrome no escribe archivos que terminen en {ending}: use {endings}.</translation>
    </message>
    <message>
        <source>Of the 16 bits per colour of this photo {} stay. TIFF and PNG keep all.</source>
        <translation>De los 16 bits por color de esta foto quedan {}. TIFF y PNG los conservan todos.</translation>
    </message>
    <message>
        <source>{} is there already: it will be replaced.</source>
        <translation>{} ya existe: se reemplazará.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nombre del archivo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
</context>
<context>
    <name>SaveExtent</name>
    <message>
        <source>This page ({page} of {pages})</source>
        <translation>Esta página ({page} de {pages})</translation>
    </message>
    <message>
        <source>All {} pages</source>
        <translation>Las {} páginas</translation>
    </message>
    <message>
        <source>Also before and after, side by side</source>
        <translation>También antes y después, lado a lado</translation>
    </message>
    <message>
        <source>Also my versions, each in a file of its own</source>
        <translation>También mis versiones, cada una en su archivo</translation>
    </message>
</context>
<context>
    <name>SavingCommands</name>
    <message>
        <source>Nothing has been changed about these photos.</source>
        <translation>No se ha cambiado nada en estas fotos.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Guardado como {}.</translation>
    </message>
    <message>
        <source>The colour photo is in the clipboard.</source>
        <translation>La foto en color está en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>A picture of both side by side (JPEG)</source>
        <translation>Una imagen de ambas, una al lado de la otra (JPEG)</translation>
    </message>
    <message>
        <source>An animation (WebP)</source>
        <translation>Una animación (WebP)</translation>
    </message>
    <message>
        <source>An animation (GIF)</source>
        <translation>Una animación (GIF)</translation>
    </message>
    <message>
        <source>A short film (MP4)</source>
        <translation>Un vídeo corto (MP4)</translation>
    </message>
    <message>
        <source>Layers for Photoshop or GIMP (PSD)</source>
        <translation>Capas para Photoshop o GIMP (PSD)</translation>
    </message>
    <message>
        <source>Share before and after</source>
        <translation>Compartir antes y después</translation>
    </message>
    <message>
        <source>A small word in the corner: colorized</source>
        <translation>Una palabra pequeña en la esquina: coloreado</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Pie de foto</translation>
    </message>
    <message>
        <source>colorized</source>
        <translation>coloreado</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>{} is written.</source>
        <translation>{} se ha escrito.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Settings of this photo</source>
        <translation>Ajustes de esta foto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>SplitController</name>
    <message>
        <source>Scanned pages</source>
        <translation>Páginas escaneadas</translation>
    </message>
</context>
<context>
    <name>SplitWindow</name>
    <message>
        <source>Split scanned pages</source>
        <translation>Dividir páginas escaneadas</translation>
    </message>
    <message>
        <source>Add pages…</source>
        <translation>Añadir páginas…</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures first.</source>
        <translation>Elija primero una carpeta para las imágenes.</translation>
    </message>
    <message numerus="yes">
        <source>Pictures of %n page(s) are there already.</source>
        <translation>
            <numerusform>Ya hay imágenes de %n página.</numerusform>
            <numerusform>Ya hay imágenes de %n páginas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Reemplazarlas</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be cut.</source>
        <translation>
            <numerusform>%n página no se pudo recortar.</numerusform>
            <numerusform>%n páginas no se pudieron recortar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are written.</source>
        <translation>
            <numerusform>Se ha guardado %n imagen.</numerusform>
            <numerusform>Se han guardado %n imágenes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n picture(s) are written.</source>
        <translation>
            <numerusform>Detenido: se ha guardado %n imagen.</numerusform>
            <numerusform>Detenido: se han guardado %n imágenes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Abrirlas</translation>
    </message>
    <message>
        <source>The page in hand is being finished; the window closes by itself then.</source>
        <translation>Se termina la página en curso; después la ventana se cierra sola.</translation>
    </message>
    <message>
        <source>The frames that you changed are not cut yet.</source>
        <translation>Los marcos que ha cambiado todavía no se han recortado.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Cerrar de todos modos</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Seguir trabajando</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Mostrar la cola</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>{width} × {height}, {depth} bits</source>
        <translation>{width} × {height}, {depth} bits</translation>
    </message>
    <message>
        <source>{place} of {number}</source>
        <translation>{place} de {number}</translation>
    </message>
    <message>
        <source>The colour model is being opened.</source>
        <translation>Se está abriendo el modelo de color.</translation>
    </message>
    <message>
        <source>opening the model…</source>
        <translation>abriendo el modelo…</translation>
    </message>
    <message>
        <source>Model {name} {version}</source>
        <translation>Modelo {name} {version}</translation>
    </message>
    <message>
        <source>That is what was to be expected.</source>
        <translation>Es lo que cabía esperar.</translation>
    </message>
    <message>
        <source>Asked for: {asked}
Got: {got} ({provider})
{why}</source>
        <translation>Pedido: {asked}
Obtenido: {got} ({provider})
{why}</translation>
    </message>
    <message>
        <source>Timed on this computer, for one picture: {}</source>
        <translation>Medido en este equipo, para una imagen: {}</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>sin modelo</translation>
    </message>
</context>
<context>
    <name>TintController</name>
    <message>
        <source>Colour anew</source>
        <translation>Colorear de nuevo</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Dejarla como estaba</translation>
    </message>
    <message>
        <source>Tone of the photo</source>
        <translation>Tono de la foto</translation>
    </message>
    <message>
        <source>Colour of ink</source>
        <translation>Color de la tinta</translation>
    </message>
</context>
<context>
    <name>TintPanel</name>
    <message>
        <source>This photo has colours already. They stay as they are.</source>
        <translation>Esta foto ya tiene colores. Se quedan como están.</translation>
    </message>
    <message>
        <source>Colour it anew</source>
        <translation>Colorear de nuevo</translation>
    </message>
    <message>
        <source>It is not certain whether this photo is black-and-white, or in colours that have faded. It stays as it is until you say so.</source>
        <translation>No es seguro si esta foto es en blanco y negro o si sus colores se han desvaído. Se queda como está hasta que usted lo diga.</translation>
    </message>
    <message>
        <source>It is black-and-white: colour it</source>
        <translation>Es en blanco y negro: colorearla</translation>
    </message>
    <message>
        <source>The photo&apos;s own colours were replaced.</source>
        <translation>Los colores propios de la foto se han sustituido.</translation>
    </message>
    <message>
        <source>Give them back</source>
        <translation>Devolverlos</translation>
    </message>
    <message>
        <source>You have said that this photo is black-and-white.</source>
        <translation>Usted ha dicho que esta foto es en blanco y negro.</translation>
    </message>
    <message>
        <source>It is in colour: leave it</source>
        <translation>Es en color: dejarla así</translation>
    </message>
    <message>
        <source>Keep the tone</source>
        <translation>Conservar el tono</translation>
    </message>
    <message>
        <source>The colours lie over the tone that the photo has.</source>
        <translation>Los colores van sobre el tono que tiene la foto.</translation>
    </message>
    <message>
        <source>Ink keeps its colour</source>
        <translation>La tinta conserva su color</translation>
    </message>
    <message>
        <source>What is written, stamped or stuck on the photo is not coloured anew.</source>
        <translation>Lo que está escrito, sellado o pegado en la foto no se colorea de nuevo.</translation>
    </message>
</context>
<context>
    <name>VariationController</name>
    <message>
        <source>The colours are there.</source>
        <translation>Los colores están listos.</translation>
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
        <translation>Este modelo tiene una sola coloración para cada foto: aquí hay otros tamaños y aspectos.</translation>
    </message>
    <message>
        <source>Variation {}</source>
        <translation>Variante {}</translation>
    </message>
    <message>
        <source>Seen at {} px</source>
        <translation>Vista a {} px</translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation>La más probable</translation>
    </message>
</context>
<context>
    <name>VersionPanel</name>
    <message>
        <source>Name of this version</source>
        <translation>Nombre de esta versión</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Keep the photo as it is now under this name</source>
        <translation>Guardar la foto tal como está ahora con este nombre</translation>
    </message>
    <message>
        <source>My versions</source>
        <translation>Mis versiones</translation>
    </message>
    <message>
        <source>Version {}</source>
        <translation>Versión {}</translation>
    </message>
    <message>
        <source>Go back to {}</source>
        <translation>Volver a {}</translation>
    </message>
    <message>
        <source>Forget {}</source>
        <translation>Olvidar {}</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>Watch the folder that a scanner puts its pictures in</source>
        <translation>Vigilar la carpeta en la que un escáner deja sus imágenes</translation>
    </message>
</context>
<context>
    <name>WatchedFolder</name>
    <message>
        <source>{} is in use by another program: it is done when it is free.</source>
        <translation>Otro programa está usando {}: se hará cuando quede libre.</translation>
    </message>
    <message>
        <source>The watched folder is not there now. Autochrome waits for it.</source>
        <translation>La carpeta vigilada no está ahora. Autochrome la espera.</translation>
    </message>
    <message>
        <source>The watched folder is there again.</source>
        <translation>La carpeta vigilada está de nuevo.</translation>
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
            <numerusform>queda aproximadamente %n minuto</numerusform>
            <numerusform>quedan aproximadamente %n minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Split scanned pa&amp;ges…</source>
        <translation>&amp;Dividir páginas escaneadas…</translation>
    </message>
    <message>
        <source>&amp;Add a folder to the queue…</source>
        <translation>Añadir carpeta a la c&amp;ola…</translation>
    </message>
    <message>
        <source>Q&amp;ueue</source>
        <translation>Co&amp;la</translation>
    </message>
    <message>
        <source>&amp;Look through the results</source>
        <translation>&amp;Repasar los resultados</translation>
    </message>
    <message>
        <source>&amp;Good</source>
        <translation>&amp;Bueno</translation>
    </message>
    <message>
        <source>&amp;Make again</source>
        <translation>Re&amp;hacer</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>R&amp;echazar</translation>
    </message>
    <message>
        <source>&amp;No mark</source>
        <translation>&amp;Sin marca</translation>
    </message>
    <message>
        <source>&amp;Put right by hand…</source>
        <translation>&amp;Corregir a mano…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>Guardar co&amp;mo…</translation>
    </message>
    <message>
        <source>&amp;Copy the result</source>
        <translation>&amp;Copiar el resultado</translation>
    </message>
    <message>
        <source>Save all edited photos</source>
        <translation>Guardar todas las fotos editadas</translation>
    </message>
    <message>
        <source>Share before and after…</source>
        <translation>Compartir antes y después…</translation>
    </message>
    <message>
        <source>Copy the settings</source>
        <translation>Copiar los ajustes</translation>
    </message>
    <message>
        <source>Paste the settings to the chosen photos</source>
        <translation>Pegar los ajustes en las fotos elegidas</translation>
    </message>
    <message>
        <source>Apply the settings to all of this folder</source>
        <translation>Aplicar los ajustes a toda la carpeta</translation>
    </message>
    <message>
        <source>Colours of another photo…</source>
        <translation>Colores de otra foto…</translation>
    </message>
    <message>
        <source>Without the other photo&apos;s colours</source>
        <translation>Sin los colores de la otra foto</translation>
    </message>
    <message>
        <source>&amp;Close photo</source>
        <translation>C&amp;errar la foto</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Re&amp;hacer</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>A&amp;cercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>Whole &amp;photo</source>
        <translation>&amp;Foto completa</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>Slider, &amp;left and right</source>
        <translation>Control, &amp;izquierda y derecha</translation>
    </message>
    <message>
        <source>Slider, &amp;above and below</source>
        <translation>Control, arriba y a&amp;bajo</translation>
    </message>
    <message>
        <source>Side by &amp;side</source>
        <translation>Lado a la&amp;do</translation>
    </message>
    <message>
        <source>Variations in a &amp;grid</source>
        <translation>Variaciones en cuadrícul&amp;a</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Pantalla com&amp;pleta</translation>
    </message>
    <message>
        <source>&amp;Hide panels</source>
        <translation>Oc&amp;ultar paneles</translation>
    </message>
    <message>
        <source>C&amp;olour points</source>
        <translation>P&amp;untos de color</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>P&amp;incel</translation>
    </message>
    <message>
        <source>Repair brush</source>
        <translation>Pincel de reparación</translation>
    </message>
    <message>
        <source>&amp;Turn, straighten, crop…</source>
        <translation>&amp;Girar, enderezar, recortar…</translation>
    </message>
    <message>
        <source>Open a reference p&amp;hoto…</source>
        <translation>Abrir una foto de re&amp;ferencia…</translation>
    </message>
    <message>
        <source>&amp;Next photo</source>
        <translation>Foto &amp;siguiente</translation>
    </message>
    <message>
        <source>P&amp;revious photo</source>
        <translation>Foto ante&amp;rior</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Teclado</translation>
    </message>
    <message>
        <source>&amp;How it works</source>
        <translation>&amp;Cómo funciona</translation>
    </message>
    <message>
        <source>&amp;About Autochrome</source>
        <translation>&amp;Acerca de Autochrome</translation>
    </message>
    <message>
        <source>Nex&amp;t page</source>
        <translation>Pá&amp;gina siguiente</translation>
    </message>
    <message>
        <source>Pre&amp;vious page</source>
        <translation>Página a&amp;nterior</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>The settings could not be read: Autochrome begins with its own. They are kept.</source>
        <translation>No se pudieron leer los ajustes: Autochrome empieza con los suyos. El archivo se conserva.</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>Colour it</source>
        <translation>Colorear</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejar</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>Rescatar lo que queda</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>found</name>
    <message>
        <source>Red tone removed.</source>
        <translation>Tono rojo eliminado.</translation>
    </message>
    <message>
        <source>Brown tone removed.</source>
        <translation>Tono marrón eliminado.</translation>
    </message>
    <message>
        <source>Yellow tone removed.</source>
        <translation>Tono amarillo eliminado.</translation>
    </message>
    <message>
        <source>Green tone removed.</source>
        <translation>Tono verde eliminado.</translation>
    </message>
    <message>
        <source>Blue tone removed.</source>
        <translation>Tono azul eliminado.</translation>
    </message>
    <message>
        <source>Violet tone removed.</source>
        <translation>Tono violeta eliminado.</translation>
    </message>
    <message>
        <source>Red tone kept under the colours.</source>
        <translation>Tono rojo conservado bajo los colores.</translation>
    </message>
    <message>
        <source>Brown tone kept under the colours.</source>
        <translation>Tono marrón conservado bajo los colores.</translation>
    </message>
    <message>
        <source>Yellow tone kept under the colours.</source>
        <translation>Tono amarillo conservado bajo los colores.</translation>
    </message>
    <message>
        <source>Green tone kept under the colours.</source>
        <translation>Tono verde conservado bajo los colores.</translation>
    </message>
    <message>
        <source>Blue tone kept under the colours.</source>
        <translation>Tono azul conservado bajo los colores.</translation>
    </message>
    <message>
        <source>Violet tone kept under the colours.</source>
        <translation>Tono violeta conservado bajo los colores.</translation>
    </message>
    <message>
        <source>What is alike has the colours of the reference photo.</source>
        <translation>Lo que se parece tiene los colores de la foto de referencia.</translation>
    </message>
    <message>
        <source>Nothing is like the reference photo: its palette as a whole was taken.</source>
        <translation>Nada se parece a la foto de referencia: se ha tomado su paleta entera.</translation>
    </message>
    <message>
        <source>It has the colours of photos of its folder that are like it.</source>
        <translation>Tiene los colores de las fotos parecidas de su carpeta.</translation>
    </message>
    <message>
        <source>Ink and stamps keep their own colour.</source>
        <translation>La tinta y los sellos conservan su propio color.</translation>
    </message>
    <message>
        <source>Faded tones were spread.</source>
        <translation>Se ampliaron los tonos desvaídos.</translation>
    </message>
    <message>
        <source>Less than 0.1 % of the photo was repaired.</source>
        <translation>Se reparó menos del 0,1 % de la foto.</translation>
    </message>
    <message>
        <source>{} % of the photo was repaired.</source>
        <translation>Se reparó el {} % de la foto.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Over the photo</source>
        <translation>Sobre la foto</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Puntos de color</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>En la cola</translation>
    </message>
    <message>
        <source>Over a scanned page</source>
        <translation>Sobre una página escaneada</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>Mover el divisor</translation>
    </message>
    <message>
        <source>arrow keys, Home, End, drag</source>
        <translation>flechas, Inicio, Fin, arrastrar</translation>
    </message>
    <message>
        <source>Divider to the middle</source>
        <translation>Divisor al centro</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>doble clic</translation>
    </message>
    <message>
        <source>See the original</source>
        <translation>Ver la original</translation>
    </message>
    <message>
        <source>hold the space bar</source>
        <translation>mantener la barra espaciadora</translation>
    </message>
    <message>
        <source>Zoom to the pointer</source>
        <translation>Ampliar hacia el puntero</translation>
    </message>
    <message>
        <source>mouse wheel, pinch</source>
        <translation>rueda del ratón, pellizco</translation>
    </message>
    <message>
        <source>Move the enlarged photo</source>
        <translation>Mover la foto ampliada</translation>
    </message>
    <message>
        <source>drag beside the divider</source>
        <translation>arrastrar junto al divisor</translation>
    </message>
    <message>
        <source>Put a point</source>
        <translation>Poner un punto</translation>
    </message>
    <message>
        <source>click</source>
        <translation>clic</translation>
    </message>
    <message>
        <source>Put a point in the middle</source>
        <translation>Poner un punto en el centro</translation>
    </message>
    <message>
        <source>Move the point</source>
        <translation>Mover el punto</translation>
    </message>
    <message>
        <source>arrow keys, drag</source>
        <translation>flechas, arrastrar</translation>
    </message>
    <message>
        <source>Choose the point before, the next point</source>
        <translation>Elegir el punto anterior, el siguiente</translation>
    </message>
    <message>
        <source>Delete the point</source>
        <translation>Eliminar el punto</translation>
    </message>
    <message>
        <source>No more points</source>
        <translation>No poner más puntos</translation>
    </message>
    <message>
        <source>Choose the frame before, the next frame</source>
        <translation>Elegir el marco anterior, el siguiente</translation>
    </message>
    <message>
        <source>Move the frame</source>
        <translation>Mover el marco</translation>
    </message>
    <message>
        <source>Resize the frame</source>
        <translation>Cambiar el tamaño del marco</translation>
    </message>
    <message>
        <source>Shift and arrow keys, drag</source>
        <translation>Mayús y flechas, arrastrar</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Procesando</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitida</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Dudosa</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Finding colours</source>
        <translation>Buscando colores</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escribiendo</translation>
    </message>
    <message>
        <source>Nothing has changed since it was colorized.</source>
        <translation>Nada ha cambiado desde que se coloreó.</translation>
    </message>
    <message>
        <source>You have marked its result: it stays as it is.</source>
        <translation>Ha marcado su resultado: se queda como está.</translation>
    </message>
    <message>
        <source>Its disk could not be read or written.</source>
        <translation>No se pudo leer o escribir en su disco.</translation>
    </message>
    <message>
        <source>Skipped (already in colour)</source>
        <translation>Omitida (ya en color)</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation>quedan unas {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>Exactamente</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Megapíxeles</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Finalizada</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>Calculado por</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>An earlier colour model made its result: it stays as it is.</source>
        <translation>Un modelo de color anterior hizo su resultado: se queda como está.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>Good</source>
        <translation>Bueno</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Put right by hand</source>
        <translation>Corregido a mano</translation>
    </message>
    <message>
        <source>{} % sure</source>
        <translation>{} % seguro</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Resultados</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>As the &amp;window</source>
        <translation>Como la &amp;ventana</translation>
    </message>
    <message>
        <source>Wh&amp;ite</source>
        <translation>&amp;Blanco</translation>
    </message>
    <message>
        <source>&amp;Light grey</source>
        <translation>Gris &amp;claro</translation>
    </message>
    <message>
        <source>&amp;Mid grey</source>
        <translation>Gris &amp;medio</translation>
    </message>
    <message>
        <source>&amp;Dark grey</source>
        <translation>Gris &amp;oscuro</translation>
    </message>
    <message>
        <source>&amp;Black</source>
        <translation>&amp;Negro</translation>
    </message>
    <message>
        <source>S&amp;urround</source>
        <translation>Ent&amp;orno</translation>
    </message>
    <message>
        <source>&amp;Recent photos</source>
        <translation>Fotos &amp;recientes</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>That did not work.</source>
        <translation>Eso no ha funcionado.</translation>
    </message>
    <message>
        <source>This photo could not be opened.</source>
        <translation>No se pudo abrir esta foto.</translation>
    </message>
    <message>
        <source>This photo is not there any more.</source>
        <translation>Esta foto ya no está.</translation>
    </message>
    <message>
        <source>This file is damaged or no photo.</source>
        <translation>Este archivo está dañado o no es una foto.</translation>
    </message>
    <message>
        <source>Photos of this format cannot be read here.</source>
        <translation>Aquí no se pueden leer fotos de este formato.</translation>
    </message>
    <message>
        <source>This is an animation, not a photo.</source>
        <translation>Es una animación, no una foto.</translation>
    </message>
    <message>
        <source>This photo is too large.</source>
        <translation>Esta foto es demasiado grande.</translation>
    </message>
    <message>
        <source>This photo has colours already.</source>
        <translation>Esta foto ya tiene colores.</translation>
    </message>
    <message>
        <source>This photo may be black-and-white, or its colours may have faded.</source>
        <translation>Esta foto puede ser en blanco y negro, o sus colores pueden haberse desteñido.</translation>
    </message>
    <message>
        <source>This photo has no colours to lend: choose one that has.</source>
        <translation>Esta foto no tiene colores que prestar: elija una que los tenga.</translation>
    </message>
    <message>
        <source>This cannot be written to be shared.</source>
        <translation>Esto no se puede escribir para compartir.</translation>
    </message>
    <message>
        <source>The photo could not be saved.</source>
        <translation>No se pudo guardar la foto.</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>Ya existe un archivo con ese nombre.</translation>
    </message>
    <message>
        <source>That is the original photo: choose another name, it is never replaced.</source>
        <translation>Es la foto original: elija otro nombre, nunca se reemplaza.</translation>
    </message>
    <message>
        <source>The photo cannot be saved there.</source>
        <translation>La foto no se puede guardar ahí.</translation>
    </message>
    <message>
        <source>The colour model could not be opened.</source>
        <translation>No se pudo abrir el modelo de color.</translation>
    </message>
    <message>
        <source>The colour model is missing, so photos stay grey.</source>
        <translation>Falta el modelo de color, así que las fotos se quedan en gris.</translation>
    </message>
    <message>
        <source>The colour model is not the published one, so it is not used.</source>
        <translation>El modelo de color no es el publicado, así que no se usa.</translation>
    </message>
    <message>
        <source>The colours could not be computed.</source>
        <translation>No se pudieron calcular los colores.</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo.</source>
        <translation>No hay memoria suficiente para esta foto.</translation>
    </message>
    <message>
        <source>The queue cannot be used.</source>
        <translation>No se puede usar la cola.</translation>
    </message>
    <message>
        <source>Another Autochrome is working through this queue already.</source>
        <translation>Otro Autochrome ya está procesando esta cola.</translation>
    </message>
    <message>
        <source>The disk has no room left for the queue.</source>
        <translation>El disco no tiene espacio para la cola.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>That colour point cannot be used.</source>
        <translation>Ese punto de color no se puede usar.</translation>
    </message>
</context>
</TS>
