<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>Chooser</name>
    <message>
        <source>Open photographs</source>
        <translation>Abrir fotografías</translation>
    </message>
    <message>
        <source>Open a folder of photographs</source>
        <translation>Abrir una carpeta de fotografías</translation>
    </message>
    <message>
        <source>The language changes when Autochrome is opened again.</source>
        <translation>El idioma cambiará la próxima vez que se abra Autochrome.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Before</source>
        <extracomment>From this many device pixels for one of the photo&apos;s on, its pixels are shown as squares.</extracomment>
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
    <name>CrashReporter</name>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Ha ocurrido algo inesperado.</translation>
    </message>
    <message>
        <source>Your photos are untouched and you can go on. The details can be copied.</source>
        <translation>Sus fotos están intactas y puede continuar. Los detalles se pueden copiar.</translation>
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
    <name>Filmstrip</name>
    <message>
        <source>Opened photos</source>
        <translation>Fotos abiertas</translation>
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
        <source>Choose a colour, then click in the photo: it spreads over what is there.</source>
        <translation>Elija un color y haga clic en la foto: se extiende sobre lo que hay ahí.</translation>
    </message>
    <message>
        <source>This model takes no colour points.</source>
        <translation>Este modelo no admite puntos de color.</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Recolour point</source>
        <extracomment>A press this near to a point takes hold of it. Logical pixels. What an arrow key moves a point by, as a share of the photo&apos;s sides.</extracomment>
        <translation>Cambiar el color del punto</translation>
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
    <name>Keeper</name>
    <message>
        <source>Your work on this photo could not be kept beside it.</source>
        <translation>Su trabajo en esta foto no se pudo guardar junto a ella.</translation>
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
        <extracomment>Field of Look -&gt; its word, lowest and highest value in hundredths.</extracomment>
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
    <name>MainWindow</name>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>Puntos de color</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
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
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Like the system</source>
        <translation>Como el sistema</translation>
    </message>
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
        <source>The model that comes with Autochrome</source>
        <translation>El modelo que viene con Autochrome</translation>
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
        <source>No limit</source>
        <translation>Sin límite</translation>
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
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Archivo del modelo</translation>
    </message>
    <message>
        <source>Size the network sees</source>
        <translation>Tamaño que ve la red</translation>
    </message>
    <message>
        <source>Memory for the network</source>
        <translation>Memoria para la red</translation>
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
    <name>SaveDialog</name>
    <message>
        <source>Save the colour photo</source>
        <translation>Guardar la foto en color</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
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
        <source>Also before and after, side by side</source>
        <translation>También antes y después, lado a lado</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
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
        <source>There is a file of that name: it will be replaced.</source>
        <translation>Ya existe un archivo con ese nombre: se reemplazará.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Settings of this photo</source>
        <translation>Ajustes de esta foto</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
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
        <source>The colour model is being opened.</source>
        <translation>Se está abriendo el modelo de color.</translation>
    </message>
    <message>
        <source>opening the model…</source>
        <translation>abriendo el modelo…</translation>
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
        <source>no model</source>
        <translation>sin modelo</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Opening the model…</source>
        <extracomment>The slot of the photo that is shown, among the worker&apos;s requests.</extracomment>
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
        <source>Earlier work</source>
        <translation>Trabajo anterior</translation>
    </message>
    <message>
        <source>You have worked on this photo before.</source>
        <translation>Ya ha trabajado antes en esta foto.</translation>
    </message>
    <message>
        <source>Go on with that</source>
        <translation>Continuar con eso</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Colour anew</source>
        <translation>Volver a colorear</translation>
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
        <source>Colour it anew</source>
        <translation>Volver a colorearla</translation>
    </message>
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
    <name>VariationPanel</name>
    <message>
        <source>Show variations</source>
        <translation>Mostrar variantes</translation>
    </message>
    <message>
        <source>This model has one colorization for each photo.</source>
        <translation>Este modelo tiene un solo coloreado para cada foto.</translation>
    </message>
    <message>
        <source>Variation {}</source>
        <translation>Variante {}</translation>
    </message>
    <message>
        <source>Most likely colours</source>
        <translation>Colores más probables</translation>
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
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>&amp;Copy the result</source>
        <translation>&amp;Copiar el resultado</translation>
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
        <translation>&amp;Rehacer</translation>
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
        <source>C&amp;olour points</source>
        <translation>P&amp;untos de color</translation>
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
        <source>&amp;About Autochrome</source>
        <translation>&amp;Acerca de Autochrome</translation>
    </message>
</context>
<context>
    <name>help</name>
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
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>About Autochrome</source>
        <translation>Acerca de Autochrome</translation>
    </message>
    <message>
        <source>Colours for black-and-white photographs, made on this computer.</source>
        <translation>Colores para fotografías en blanco y negro, hechos en este equipo.</translation>
    </message>
    <message>
        <source>The colours are likely ones, not a record of what was there.</source>
        <translation>Los colores son probables, no un registro de lo que había.</translation>
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
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Recent photos</source>
        <extracomment>Their words stand beside their pictures.</extracomment>
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
        <extracomment>Error type -&gt; headline. The nearest ancestor&apos;s holds for a type that has none of its own.</extracomment>
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
        <source>That colour point cannot be used.</source>
        <translation>Ese punto de color no se puede usar.</translation>
    </message>
</context>
</TS>
