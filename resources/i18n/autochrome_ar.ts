<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>About</name>
    <message>
        <source>About Autochrome</source>
        <translation>حول Autochrome</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Colours for black-and-white photographs, made on this computer.</source>
        <translation>ألوان للصور بالأبيض والأسود، تُصنع على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The colours are likely ones, not a record of what was there.</source>
        <translation>الألوان مرجّحة وليست سجلًا لما كان هناك.</translation>
    </message>
    <message>
        <source>Model {name} {version}</source>
        <translation>النموذج {name} {version}</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>المكوّن</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>نص الترخيص</translation>
    </message>
    <message>
        <source>No text of its licence came with this part.</source>
        <translation>لم يأتِ مع هذا المكوّن نص ترخيصه.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>بطاقة النموذج</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>لا يوجد نموذج مفتوح.</translation>
    </message>
</context>
<context>
    <name>BrushController</name>
    <message>
        <source>Brush stroke {number} of {count}: {what}</source>
        <translation>ضربة فرشاة {number} من {count}: {what}</translation>
    </message>
</context>
<context>
    <name>BrushPanel</name>
    <message>
        <source>Paint</source>
        <translation>ارسم</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>أزل كل اللمسات</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>حجم الفرشاة</translation>
    </message>
    <message>
        <source>In the colour above</source>
        <translation>باللون المختار أعلاه</translation>
    </message>
    <message>
        <source>Keep grey</source>
        <translation>أبقه رماديًا</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>الترك كما كانت</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>ممحاة</translation>
    </message>
</context>
<context>
    <name>BrushTool</name>
    <message>
        <source>Remove all strokes</source>
        <translation>أزل كل اللمسات</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>لمسة فرشاة</translation>
    </message>
    <message>
        <source>Keep grey</source>
        <translation>أبقه رماديًا</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>كما كان</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>ممحاة</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Photos are still being colorized.</source>
        <translation>ما زال تلوين الصور جاريًا.</translation>
    </message>
    <message>
        <source>Nothing is lost: Autochrome offers to go on when it is opened again.</source>
        <translation>لا يضيع شيء: سيعرض Autochrome المتابعة عند فتحه من جديد.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>إيقاف وإغلاق</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>متابعة العمل</translation>
    </message>
</context>
<context>
    <name>ColorReference</name>
    <message>
        <source>A photo with the colours you want</source>
        <translation>صورة بالألوان التي تريدها</translation>
    </message>
    <message>
        <source>Colours of another photo</source>
        <translation>ألوان صورة أخرى</translation>
    </message>
    <message>
        <source>Without the other photo&apos;s colours</source>
        <translation>بدون ألوان الصورة الأخرى</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Original</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>قبل وبعد</translation>
    </message>
    <message>
        <source>Divider between the original photo and its colours. Space: the original.</source>
        <translation>الخط الفاصل بين الصورة الأصلية وألوانها. مفتاح المسافة: الأصل.</translation>
    </message>
</context>
<context>
    <name>CompletionNotifier</name>
    <message>
        <source>The model {} is missing: its photos wait.</source>
        <translation>النموذج {} غير موجود: صوره تنتظر.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>عرض قائمة الانتظار</translation>
    </message>
    <message>
        <source>In colour: {}.</source>
        <translation>بالألوان: {}.</translation>
    </message>
    <message>
        <source>Failed: {}.</source>
        <translation>فشلت: {}.</translation>
    </message>
    <message>
        <source>Skipped: {}.</source>
        <translation>تُخُطّيت: {}.</translation>
    </message>
    <message>
        <source>Not certain: {}.</source>
        <translation>غير مؤكدة: {}.</translation>
    </message>
    <message>
        <source>Still waiting: {}.</source>
        <translation>ما زالت تنتظر: {}.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>القرص ممتلئ.</translation>
    </message>
    <message>
        <source>The device cannot compute any more.</source>
        <translation>لم يعد الجهاز قادرًا على الحساب.</translation>
    </message>
    <message>
        <source>The queue has stopped.</source>
        <translation>توقفت قائمة الانتظار.</translation>
    </message>
    <message>
        <source>The queue is done.</source>
        <translation>اكتملت قائمة الانتظار.</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something unexpected happened.</source>
        <translation>حدث أمر غير متوقع.</translation>
    </message>
    <message>
        <source>Your photos are untouched and you can go on. The details can be copied.</source>
        <translation>صورك سليمة ويمكنك المتابعة. يمكن نسخ التفاصيل.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
</context>
<context>
    <name>CutBar</name>
    <message>
        <source>Folder for the pictures</source>
        <translation>مجلد الصور</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Cut off white borders</source>
        <translation>قص الحواف البيضاء</translation>
    </message>
    <message>
        <source>Pages that are cut</source>
        <translation>الصفحات التي يجري قصها</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message numerus="yes">
        <source>Cut into %n picture(s)</source>
        <translation>
            <numerusform>قص إلى %n صورة</numerusform>
            <numerusform>قص إلى صورة واحدة</numerusform>
            <numerusform>قص إلى صورتين</numerusform>
            <numerusform>قص إلى %n صور</numerusform>
            <numerusform>قص إلى %n صورة</numerusform>
            <numerusform>قص إلى %n صورة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for prints: %n page(s) to go</source>
        <translation>
            <numerusform>البحث عن الصور: بقيت %n صفحة</numerusform>
            <numerusform>البحث عن الصور: بقيت صفحة واحدة</numerusform>
            <numerusform>البحث عن الصور: بقيت صفحتان</numerusform>
            <numerusform>البحث عن الصور: بقيت %n صفحات</numerusform>
            <numerusform>البحث عن الصور: بقيت %n صفحة</numerusform>
            <numerusform>البحث عن الصور: بقيت %n صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {} of {} is being cut</source>
        <translation>يجري قص الصفحة {} من {}</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Black-and-white: colour them</source>
        <translation>بالأبيض والأسود: لوّنها</translation>
    </message>
    <message>
        <source>In colour: leave them</source>
        <translation>ملوّنة: اتركها</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>أنقذ ما تبقى</translation>
    </message>
    <message>
        <source>The part of a photo that can still be read is coloured; the rest is grey.</source>
        <translation>يُلوَّن ما لا يزال يُقرأ من الصورة، ويبقى الباقي رماديًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) may be black-and-white, or colour photos that have faded.</source>
        <translation>
            <numerusform>لا صور قد تكون بالأبيض والأسود أو ملوّنة بهتت.</numerusform>
            <numerusform>صورة واحدة قد تكون بالأبيض والأسود أو ملوّنة بهتت.</numerusform>
            <numerusform>صورتان قد تكونان بالأبيض والأسود أو ملوّنتين بهتتا.</numerusform>
            <numerusform>%n صور قد تكون بالأبيض والأسود أو ملوّنة بهتت.</numerusform>
            <numerusform>%n صورة قد تكون بالأبيض والأسود أو ملوّنة بهتت.</numerusform>
            <numerusform>%n صورة قد تكون بالأبيض والأسود أو ملوّنة بهتت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are damaged.</source>
        <translation>
            <numerusform>لا صور تالفة.</numerusform>
            <numerusform>صورة واحدة تالفة.</numerusform>
            <numerusform>صورتان تالفتان.</numerusform>
            <numerusform>%n صور تالفة.</numerusform>
            <numerusform>%n صورة تالفة.</numerusform>
            <numerusform>%n صورة تالفة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag the result into another program</source>
        <translation>اسحب النتيجة إلى برنامج آخر</translation>
    </message>
</context>
<context>
    <name>DragOut</name>
    <message>
        <source>photo</source>
        <translation>صورة</translation>
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
        <translation>أفلت الصور هنا</translation>
    </message>
    <message>
        <source>and see them in colour. Nothing leaves this computer.</source>
        <translation>وشاهدها بالألوان. لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Open photographs…</source>
        <translation>فتح صور…</translation>
    </message>
    <message>
        <source>or try one of these</source>
        <translation>أو جرّب إحدى هذه</translation>
    </message>
    <message>
        <source>Sample photo {}</source>
        <translation>صورة نموذجية {}</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop it anywhere here</source>
        <translation>أفلته في أي مكان هنا</translation>
    </message>
</context>
<context>
    <name>EditAutosave</name>
    <message>
        <source>your work on {}</source>
        <translation>عملك على {}</translation>
    </message>
    <message>
        <source>Your work on this photo could not be kept beside it.</source>
        <translation>تعذّر حفظ عملك على هذه الصورة بجانبها.</translation>
    </message>
</context>
<context>
    <name>EditClipboard</name>
    <message>
        <source>Paste the settings</source>
        <translation>لصق الإعدادات</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have the settings too.</source>
        <translation>
            <numerusform>لا صور لها هذه الإعدادات.</numerusform>
            <numerusform>صورة واحدة لها هذه الإعدادات الآن أيضًا.</numerusform>
            <numerusform>صورتان لهما هذه الإعدادات الآن أيضًا.</numerusform>
            <numerusform>%n صور لها هذه الإعدادات الآن أيضًا.</numerusform>
            <numerusform>%n صورة لها هذه الإعدادات الآن أيضًا.</numerusform>
            <numerusform>%n صورة لها هذه الإعدادات الآن أيضًا.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>Variation</source>
        <translation>نسخة أخرى</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>ابدأ من جديد</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>الاحتفاظ بالنسخة</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>نسخة</translation>
    </message>
    <message>
        <source>Forget version</source>
        <translation>نسيان النسخة</translation>
    </message>
    <message>
        <source>Restore my edits</source>
        <translation>استعادة تعديلاتي</translation>
    </message>
</context>
<context>
    <name>ExternalEditor</name>
    <message>
        <source>Save puts the colour photo in the place of {}, the copy that another program has made for this.</source>
        <translation>الحفظ يضع الصورة الملوّنة مكان {}، وهي النسخة التي أعدّها برنامج آخر لهذا الغرض.</translation>
    </message>
    <message>
        <source>{} cannot hold the colour photo: Save asks for another place, and the other program will not find it by itself.</source>
        <translation>لا يتّسع {} للصورة الملوّنة: سيسأل الحفظ عن مكان آخر، ولن يجدها البرنامج الآخر من تلقاء نفسه.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open photographs</source>
        <translation>فتح الصور</translation>
    </message>
    <message>
        <source>Open a folder of photographs</source>
        <translation>فتح مجلد صور</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
</context>
<context>
    <name>FilledNotice</name>
    <message>
        <source>There is no photo to colorize in there.</source>
        <translation>لا توجد هناك صورة للتلوين.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) have joined the queue.</source>
        <translation>
            <numerusform>لم تنضم أي صورة إلى قائمة الانتظار.</numerusform>
            <numerusform>انضمت صورة واحدة إلى قائمة الانتظار.</numerusform>
            <numerusform>انضمت صورتان إلى قائمة الانتظار.</numerusform>
            <numerusform>انضمت %n صور إلى قائمة الانتظار.</numerusform>
            <numerusform>انضمت %n صورة إلى قائمة الانتظار.</numerusform>
            <numerusform>انضمت %n صورة إلى قائمة الانتظار.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some folders could not be read.</source>
        <translation>تعذّرت قراءة بعض المجلدات.</translation>
    </message>
    <message>
        <source>Colorize all</source>
        <translation>تلوين الكل</translation>
    </message>
    <message>
        <source>Open them one by one instead</source>
        <translation>فتحها واحدة واحدة بدلًا من ذلك</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Opened photos</source>
        <translation>الصور المفتوحة</translation>
    </message>
</context>
<context>
    <name>FrameCommands</name>
    <message>
        <source>Change the figures</source>
        <translation>تغيير الأرقام</translation>
    </message>
    <message>
        <source>Turn the picture</source>
        <translation>تدوير الصورة</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>إضافة إطار</translation>
    </message>
    <message>
        <source>Delete a frame</source>
        <translation>حذف إطار</translation>
    </message>
    <message>
        <source>Join frames</source>
        <translation>دمج إطارات</translation>
    </message>
    <message>
        <source>Cut a frame in two</source>
        <translation>قسمة إطار إلى اثنين</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>كما عُثر عليها</translation>
    </message>
</context>
<context>
    <name>FrameController</name>
    <message>
        <source>Turn, straighten, crop</source>
        <translation>تدوير وتقويم وقصّ</translation>
    </message>
</context>
<context>
    <name>FrameDialog</name>
    <message>
        <source>Turn, straighten, crop</source>
        <translation>تدوير وتقويم وقصّ</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>تدوير إلى اليسار</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>تدوير إلى اليمين</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>الصورة كاملة</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>تقويم</translation>
    </message>
    <message>
        <source>The photo itself stays as it is; only what is saved is turned and cut.</source>
        <translation>تبقى الصورة نفسها كما هي؛ ولا يُدوَّر ويُقصّ إلا ما يُحفَظ.</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>What stays of the photo</source>
        <translation>ما يبقى من الصورة</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>An old photograph in colour</source>
        <translation>صورة قديمة بالألوان</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>الفتح</translation>
    </message>
    <message>
        <source>Drop photographs onto the window, paste a picture, or open files. The photo appears in grey at once and its colours arrive a moment later.</source>
        <translation>أفلت الصور على النافذة أو ألصق صورة أو افتح ملفات. تظهر الصورة رمادية على الفور وتصل ألوانها بعد لحظة.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>المقارنة</translation>
    </message>
    <message>
        <source>Drag the line over the photo: the original on one side, the colours on the other. Hold the space bar to see the original alone. The mouse wheel zooms.</source>
        <translation>اسحب الخط فوق الصورة: الأصل في جانب والألوان في الجانب الآخر. أبقِ مفتاح المسافة مضغوطًا لرؤية الأصل وحده. عجلة الفأرة للتكبير.</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>اختيار مظهر</translation>
    </message>
    <message>
        <source>Strength, saturation and warmth change at once what you see, and every step can be undone. Keep a look you like under a name of its own.</source>
        <translation>تغيّر الشدة والتشبع والدفء ما تراه فورًا، ويمكن التراجع عن كل خطوة. احتفظ بالمظهر الذي يعجبك باسم خاص به.</translation>
    </message>
    <message>
        <source>Say what you know</source>
        <translation>قل ما تعرفه</translation>
    </message>
    <message>
        <source>The dress was blue? Choose a colour, click on the dress, and the colour spreads over it. Colours can be taken from a reference photo with the eyedropper.</source>
        <translation>كان الفستان أزرق؟ اختر لونًا وانقر على الفستان فينتشر اللون عليه. يمكن أخذ الألوان من صورة مرجعية بالقطّارة.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>الحفظ</translation>
    </message>
    <message>
        <source>The result is a new file with every pixel of the photo; the original is never changed. The file says that it was colorized. The arrow beside the buttons drags the result into another program.</source>
        <translation>النتيجة ملف جديد بكل بكسلات الصورة، والأصل لا يتغيّر أبدًا. يذكر الملف أنه لُوِّن. بالسهم المجاور للأزرار تُسحب النتيجة إلى برنامج آخر.</translation>
    </message>
    <message>
        <source>Many photos</source>
        <translation>صور كثيرة</translation>
    </message>
    <message>
        <source>Drop a folder: its photos join the queue and are colorized one after another, while you go on with something else.</source>
        <translation>أفلت مجلدًا: تنضم صوره إلى قائمة الانتظار وتُلوَّن واحدة تلو الأخرى بينما تتابع أنت أمرًا آخر.</translation>
    </message>
    <message>
        <source>The colours are likely ones, learned from many photographs. They are no record of what was there: whoever remembers better is right.</source>
        <translation>الألوان مرجّحة، متعلَّمة من صور كثيرة. وليست سجلًا لما كان هناك: من يتذكر أفضل فهو على صواب.</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>كيف يعمل</translation>
    </message>
</context>
<context>
    <name>HintController</name>
    <message>
        <source>Colour point {number} of {count}: {color}, {place}</source>
        <translation>نقطة لون {number} من {count}: {color}، {place}</translation>
    </message>
</context>
<context>
    <name>HintPanel</name>
    <message>
        <source>Light skin</source>
        <translation>بشرة فاتحة</translation>
    </message>
    <message>
        <source>Tanned skin</source>
        <translation>بشرة سمراء</translation>
    </message>
    <message>
        <source>Dark skin</source>
        <translation>بشرة داكنة</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>شفاه</translation>
    </message>
    <message>
        <source>Blond hair</source>
        <translation>شعر أشقر</translation>
    </message>
    <message>
        <source>Brown hair</source>
        <translation>شعر بني</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>سماء</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>ماء</translation>
    </message>
    <message>
        <source>Foliage</source>
        <translation>أوراق شجر</translation>
    </message>
    <message>
        <source>Grass</source>
        <translation>عشب</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>خشب</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>طوب</translation>
    </message>
    <message>
        <source>Blue cloth</source>
        <translation>قماش أزرق</translation>
    </message>
    <message>
        <source>Red cloth</source>
        <translation>قماش أحمر</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>بلا لون</translation>
    </message>
    <message>
        <source>Brass, gold</source>
        <translation>نحاس، ذهب</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>نقاط اللون</translation>
    </message>
    <message>
        <source>Place colour points</source>
        <translation>وضع نقاط لون</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>أي لون</translation>
    </message>
    <message>
        <source>Any colour, also from anywhere on the screen</source>
        <translation>أي لون، حتى من أي موضع على الشاشة</translation>
    </message>
    <message>
        <source>Colour as #RRGGBB</source>
        <translation>اللون بصيغة #RRGGBB</translation>
    </message>
    <message>
        <source>Take a colour from the photo</source>
        <translation>التقاط لون من الصورة</translation>
    </message>
    <message>
        <source>Take a colour from the photo or any window of Autochrome</source>
        <translation>التقاط لون من الصورة أو من أي نافذة في Autochrome</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>حذف النقطة</translation>
    </message>
    <message>
        <source>Delete point (Del)</source>
        <translation>حذف النقطة (Del)</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>حذف الكل</translation>
    </message>
    <message>
        <source>Point {}: {}, {}</source>
        <translation>النقطة {}: {}، {}</translation>
    </message>
    <message>
        <source>Choose a colour, then click in the photo: the thing there takes it.</source>
        <translation>اختر لونًا ثم انقر في الصورة: يأخذه الشيء الموجود هناك.</translation>
    </message>
</context>
<context>
    <name>HintPopover</name>
    <message>
        <source>How far the colour reaches</source>
        <translation>إلى أي مدى يصل اللون</translation>
    </message>
    <message>
        <source>Colour point {} of {}</source>
        <translation>نقطة اللون {} من {}</translation>
    </message>
    <message>
        <source>Used lately: {}</source>
        <translation>استُخدم مؤخرًا: {}</translation>
    </message>
    <message>
        <source>Likely here: {}</source>
        <translation>محتمل هنا: {}</translation>
    </message>
    <message>
        <source>Any colour…</source>
        <translation>أي لون…</translation>
    </message>
    <message>
        <source>Take a colour from the photo</source>
        <translation>التقاط لون من الصورة</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>حذف النقطة</translation>
    </message>
    <message>
        <source>Used lately</source>
        <translation>استُخدمت مؤخرًا</translation>
    </message>
    <message>
        <source>Likely here</source>
        <translation>محتملة هنا</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>هنا فقط</translation>
    </message>
    <message>
        <source>all that is like it</source>
        <translation>كل ما يشبهه</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>أي لون</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Recolour point</source>
        <translation>تغيير لون النقطة</translation>
    </message>
    <message>
        <source>Reach of point</source>
        <translation>مدى النقطة</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>حذف النقطة</translation>
    </message>
    <message>
        <source>Delete all points</source>
        <translation>حذف كل النقاط</translation>
    </message>
    <message>
        <source>Move point</source>
        <translation>نقل النقطة</translation>
    </message>
    <message>
        <source>Colour point</source>
        <translation>نقطة لون</translation>
    </message>
</context>
<context>
    <name>JobDetails</name>
    <message>
        <source>Details of the chosen photo</source>
        <translation>تفاصيل الصورة المختارة</translation>
    </message>
    <message>
        <source>Choose a photo in the table.</source>
        <translation>اختر صورة في الجدول.</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Open the result</source>
        <translation>فتح النتيجة</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>عرض في المجلد</translation>
    </message>
    <message>
        <source>Colorize by hand…</source>
        <translation>تلوين يدوي…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Do it first</source>
        <translation>تنفيذها أولًا</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>تحريك لأعلى</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>تحريك لأسفل</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>إزالة من القائمة</translation>
    </message>
    <message>
        <source>Photos in the queue</source>
        <translation>الصور في قائمة الانتظار</translation>
    </message>
</context>
<context>
    <name>JobModel</name>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>LeaveGuard</name>
    <message>
        <source>The pasted picture has no file, and your work on it none either.</source>
        <translation>الصورة الملصقة ليس لها ملف، وكذلك عملك عليها.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>احفظ…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>تخلّص منها</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>متابعة العمل</translation>
    </message>
    <message>
        <source>Being finished: {}</source>
        <translation>يجري الانتهاء من: {}</translation>
    </message>
    <message>
        <source>Autochrome closes by itself when that is done.</source>
        <translation>يُغلق Autochrome نفسه عند الانتهاء.</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>Natural</source>
        <translation>طبيعي</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>زاهٍ</translation>
    </message>
    <message>
        <source>Hand-tinted</source>
        <translation>تلوين يدوي</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>الشدة</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>التشبع</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>الدفء</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>السطوع</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>التباين</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>الضوء</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>اضغط باستمرار لرؤية الأصل</translation>
    </message>
    <message>
        <source>Also with the space bar</source>
        <translation>أيضًا بمفتاح المسافة</translation>
    </message>
    <message>
        <source>{}, value</source>
        <translation>{}، القيمة</translation>
    </message>
    <message>
        <source>Reset look</source>
        <translation>إعادة ضبط المظهر</translation>
    </message>
    <message>
        <source>Preset {}</source>
        <translation>إعداد مسبق: {}</translation>
    </message>
    <message>
        <source>Double click: as it was</source>
        <translation>نقر مزدوج: كما كان</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>The model that comes with Autochrome</source>
        <translation>النموذج المرفق مع Autochrome</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Verifying the model…</source>
        <translation>جارٍ التحقق من النموذج…</translation>
    </message>
    <message>
        <source>colour points</source>
        <translation>نقاط اللون</translation>
    </message>
    <message>
        <source>variations</source>
        <translation>البدائل</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>درجة الثقة</translation>
    </message>
    <message>
        <source>{name} {version}, SHA-256 {hash}…
With: {abilities}.</source>
        <translation>⁦{name} {version}, SHA-256 {hash}…⁩
مع: {abilities}.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>اختيار نموذج</translation>
    </message>
    <message>
        <source>Models (*.onnx)</source>
        <translation>نماذج (*.onnx)</translation>
    </message>
</context>
<context>
    <name>ModelLibrary</name>
    <message>
        <source>Colour models</source>
        <translation>نماذج الألوان</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>العائلة</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Trying the model {name}…</source>
        <translation>تجربة النموذج {name}…</translation>
    </message>
    <message>
        <source>A sample picture has shown how {name} is to be read. Look at its colours: if they are wrong, say otherwise (autochrome models change).</source>
        <translation>أظهرت صورة تجريبية كيف يُقرأ {name}. انظر إلى ألوانه: إن لم تكن صحيحة فيمكن تغيير ذلك (autochrome models change).</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>اختيار نموذج</translation>
    </message>
    <message>
        <source>Models (*.onnx)</source>
        <translation>نماذج (*.onnx)</translation>
    </message>
    <message>
        <source>Autochrome&apos;s own</source>
        <translation>نموذج Autochrome</translation>
    </message>
    <message>
        <source>{} ms</source>
        <translation>{} ms</translation>
    </message>
    <message>
        <source>Together: each photo is coloured by all of them, and the colours are averaged by their shares.</source>
        <translation>معًا: تُلوَّن كل صورة بها جميعًا، ويؤخذ متوسط الألوان بحسب حصصها.</translation>
    </message>
    <message>
        <source>Tick several models to let them work together.</source>
        <translation>ضع علامة على عدة نماذج لتعمل معًا.</translation>
    </message>
    <message>
        <source>Tick the model that is to colour photos.</source>
        <translation>ضع علامة على النموذج الذي سيلوّن الصور.</translation>
    </message>
    <message>
        <source>The model that comes with Autochrome stays.</source>
        <translation>النموذج المرفق مع Autochrome يبقى.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name of the look</source>
        <translation>اسم المظهر</translation>
    </message>
    <message>
        <source>There is a look of that name: it will be replaced.</source>
        <translation>يوجد مظهر بهذا الاسم: سيُستبدل.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>إغلاق هذا التنبيه</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>الصفحة {page} من {pages}</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>{}, page {}</source>
        <translation>{}، الصفحة {}</translation>
    </message>
    <message>
        <source>Being looked at…</source>
        <translation>قيد الفحص…</translation>
    </message>
    <message numerus="yes">
        <source>%n print(s)</source>
        <translation>
            <numerusform>%n صورة</numerusform>
            <numerusform>صورة واحدة</numerusform>
            <numerusform>صورتان</numerusform>
            <numerusform>%n صور</numerusform>
            <numerusform>%n صورة</numerusform>
            <numerusform>%n صورة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>The page, with a frame around each print</source>
        <translation>الصفحة، مع إطار حول كل صورة</translation>
    </message>
    <message>
        <source>Print {} of {}: {} × {} pixels, turned by {}°</source>
        <translation>الصورة {} من {}: {} × {} بكسل، مائلة بمقدار {}°</translation>
    </message>
    <message>
        <source>Move the frame</source>
        <translation>تحريك الإطار</translation>
    </message>
    <message>
        <source>Turn the frame</source>
        <translation>تدوير الإطار</translation>
    </message>
    <message>
        <source>Resize the frame</source>
        <translation>تغيير حجم الإطار</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>إضافة إطار</translation>
    </message>
</context>
<context>
    <name>PhotoEditor</name>
    <message>
        <source>Opening the model…</source>
        <translation>جارٍ فتح النموذج…</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>جارٍ البحث عن صور…</translation>
    </message>
    <message>
        <source>Opening {}…</source>
        <translation>جارٍ فتح {}…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>جارٍ الفتح…</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>لا توجد صورة في الحافظة.</translation>
    </message>
    <message>
        <source>There are no photos in that folder.</source>
        <translation>لا توجد صور في ذلك المجلد.</translation>
    </message>
    <message>
        <source>Your earlier work on this photo is restored.</source>
        <translation>استُعيد عملك السابق على هذه الصورة.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>ابدأ من جديد</translation>
    </message>
    <message>
        <source>The end of this file is missing, but the whole photo is there.</source>
        <translation>نهاية هذا الملف مفقودة، لكن الصورة كاملة.</translation>
    </message>
    <message>
        <source>This photo is damaged: {} of it could be read, the rest is grey.</source>
        <translation>هذه الصورة تالفة: أمكن قراءة {} منها، والباقي رمادي.</translation>
    </message>
    <message>
        <source>Not everything about this photo&apos;s file could be used.</source>
        <translation>تعذّر استخدام كل ما في ملف هذه الصورة.</translation>
    </message>
    <message>
        <source>The photo is as it was without your edits.</source>
        <translation>الصورة الآن كما كانت دون تعديلاتك.</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>أنقذ ما تبقى</translation>
    </message>
    <message>
        <source>Finding the colours…</source>
        <translation>جارٍ إيجاد الألوان…</translation>
    </message>
    <message>
        <source>The colours are made on {}: a faster device cannot be used here.</source>
        <translation>تُحسب الألوان على {}: لا يمكن استخدام جهاز أسرع هنا.</translation>
    </message>
    <message>
        <source>Restore my edits</source>
        <translation>استعادة تعديلاتي</translation>
    </message>
</context>
<context>
    <name>PhotoListModel</name>
    <message>
        <source>edited</source>
        <translation>معدَّلة</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>محفوظة</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Variations</source>
        <translation>بدائل</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>الضبط</translation>
    </message>
    <message>
        <source>Fix a colour</source>
        <translation>تصحيح لون</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>الفرشاة</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>الإصلاح</translation>
    </message>
</context>
<context>
    <name>PhotoRepairs</name>
    <message>
        <source>Following the scratch…</source>
        <translation>جارٍ تتبّع الخدش…</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>جارٍ البحث عن التلف…</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>جارٍ الإصلاح…</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>As the model says</source>
        <translation>كما يحدد النموذج</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>مثل الصورة</translation>
    </message>
    <message>
        <source>Beside the photo</source>
        <translation>بجانب الصورة</translation>
    </message>
    <message>
        <source>{size} px, as the model says</source>
        <translation>{size} بكسل، كما يحدد النموذج</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>حجم الحروف</translation>
    </message>
    <message>
        <source>Colour model</source>
        <translation>نموذج الألوان</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Size the model sees</source>
        <translation>الحجم الذي يراه النموذج</translation>
    </message>
    <message>
        <source>Memory for the model</source>
        <translation>ذاكرة النموذج</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>الحفظ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Quality of JPEG, WebP and AVIF</source>
        <translation>جودة JPEG وWebP وAVIF</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>مجلد النتائج</translation>
    </message>
    <message>
        <source>Choose a folder for results</source>
        <translation>اختيار مجلد للنتائج</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>ملف النموذج</translation>
    </message>
    <message>
        <source>Colour models…</source>
        <translation>نماذج الألوان…</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>نماذج أخرى</translation>
    </message>
</context>
<context>
    <name>PreferencesController</name>
    <message>
        <source>The language changes when Autochrome is opened again.</source>
        <translation>تتغيّر اللغة عند فتح Autochrome من جديد.</translation>
    </message>
</context>
<context>
    <name>PresetController</name>
    <message>
        <source>The look {} is deleted.</source>
        <translation>حُذف المظهر {}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>My looks</source>
        <translation>مظاهري</translation>
    </message>
    <message>
        <source>&amp;Keep this look…</source>
        <translation>الاحتفاظ بهذا المظهر…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Keep this look</source>
        <translation>الاحتفاظ بهذا المظهر</translation>
    </message>
    <message>
        <source>Rename the look</source>
        <translation>إعادة تسمية المظهر</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Turn left</source>
        <translation>تدوير إلى اليسار</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>تدوير إلى اليمين</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>إضافة إطار</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Cut in two</source>
        <translation>قسمة إلى اثنين</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>كما عُثر عليها</translation>
    </message>
    <message>
        <source>Print {} of {}</source>
        <translation>الصورة {} من {}</translation>
    </message>
    <message>
        <source>No print is chosen</source>
        <translation>لم تُختر أي صورة</translation>
    </message>
    <message>
        <source>Turn the picture to the left when it is cut</source>
        <translation>تدوير الصورة إلى اليسار عند قصها</translation>
    </message>
    <message>
        <source>Turn the picture to the right when it is cut</source>
        <translation>تدوير الصورة إلى اليمين عند قصها</translation>
    </message>
    <message>
        <source>Another frame in the middle of the page</source>
        <translation>إطار آخر في وسط الصفحة</translation>
    </message>
    <message>
        <source>What is in this frame becomes no picture</source>
        <translation>ما في هذا الإطار لا يصبح صورة</translation>
    </message>
    <message>
        <source>One frame around all that are chosen (Ctrl and click)</source>
        <translation>إطار واحد حول كل ما اختير (Ctrl مع النقر)</translation>
    </message>
    <message>
        <source>Two frames in place of this one, side by side</source>
        <translation>إطاران متجاوران بدل هذا الإطار</translation>
    </message>
    <message>
        <source>The frames of this page as they were found</source>
        <translation>إطارات هذه الصفحة كما عُثر عليها</translation>
    </message>
    <message>
        <source>Middle, from the left</source>
        <translation>المركز من اليسار</translation>
    </message>
    <message>
        <source>Middle, from the top</source>
        <translation>المركز من الأعلى</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>الارتفاع</translation>
    </message>
    <message>
        <source>Turned by</source>
        <translation>الميل</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>Add a folder of photographs to the queue</source>
        <translation>إضافة مجلد صور إلى قائمة الانتظار</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) of the last queue still wait.</source>
        <translation>
            <numerusform>لا تنتظر أي صورة من القائمة الأخيرة.</numerusform>
            <numerusform>ما زالت صورة واحدة من القائمة الأخيرة تنتظر.</numerusform>
            <numerusform>ما زالت صورتان من القائمة الأخيرة تنتظران.</numerusform>
            <numerusform>ما زالت %n صور من القائمة الأخيرة تنتظر.</numerusform>
            <numerusform>ما زالت %n صورة من القائمة الأخيرة تنتظر.</numerusform>
            <numerusform>ما زالت %n صورة من القائمة الأخيرة تنتظر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>عرض قائمة الانتظار</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>{} is not there any more.</source>
        <translation>{} لم يعد موجودًا.</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <source>Colorize all</source>
        <translation>تلوين الكل</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>إضافة مجلد…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>إعادة محاولة ما فشل</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>إلغاء الكل</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>إزالة المنتهية</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>جارٍ البحث عن صور…</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>تقدم قائمة الانتظار</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>البحث بالاسم</translation>
    </message>
    <message>
        <source>Show photos that are</source>
        <translation>عرض الصور حسب حالتها</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>كل الصور</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Look through photos and results side by side</source>
        <translation>تصفّح الصور والنتائج جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>Everything that is known of the chosen photo</source>
        <translation>كل ما يُعرف عن الصورة المختارة</translation>
    </message>
    <message>
        <source>Drop a folder here: its photos wait in this queue.</source>
        <translation>أفلت مجلدًا هنا: تنتظر صوره في هذه القائمة.</translation>
    </message>
    <message>
        <source>Batch settings</source>
        <translation>إعدادات الدفعة</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>مراقبة مجلد…</translation>
    </message>
    <message>
        <source>Watching {}</source>
        <translation>تجري مراقبة {}</translation>
    </message>
    <message>
        <source>Each scan that comes into a folder is colorized as soon as it is whole</source>
        <translation>كل صورة ممسوحة تصل إلى المجلد تُلوَّن حالما تكتمل</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Update if changed</source>
        <translation>تحديث عند التغيّر</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>تركها كما هي</translation>
    </message>
    <message>
        <source>Give the new one another name</source>
        <translation>إعطاء الجديدة اسمًا آخر</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>استبدالها</translation>
    </message>
    <message>
        <source>Ask me at the end</source>
        <translation>اسألني في النهاية</translation>
    </message>
    <message>
        <source>Colour the photo</source>
        <translation>تلوين الصورة</translation>
    </message>
    <message>
        <source>Leave the photo as it is</source>
        <translation>ترك الصورة كما هي</translation>
    </message>
    <message>
        <source>Say so</source>
        <translation>الإشعار بذلك</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Quit Autochrome</source>
        <translation>إنهاء Autochrome</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Also photos that have colours</source>
        <translation>وأيضًا الصور الملوّنة أصلًا</translation>
    </message>
    <message>
        <source>With the date of the photo&apos;s file</source>
        <translation>بتاريخ ملف الصورة</translation>
    </message>
    <message>
        <source>With notes of other programs (.xmp, .json)</source>
        <translation>مع ملاحظات البرامج الأخرى (.xmp، .json)</translation>
    </message>
    <message>
        <source>Keep the tone of toned photos</source>
        <translation>أبقِ مسحة لون الصور</translation>
    </message>
    <message>
        <source>Ink keeps its colour</source>
        <translation>يحتفظ الحبر بلونه</translation>
    </message>
    <message>
        <source>Rescue damaged photos</source>
        <translation>أنقذ الصور التالفة</translation>
    </message>
    <message>
        <source>With my marks as stars</source>
        <translation>مع علاماتي كنجوم</translation>
    </message>
    <message>
        <source>Photos that are alike have the same colours</source>
        <translation>الصور المتشابهة لها الألوان نفسها</translation>
    </message>
    <message>
        <source>Repair scratches and dust</source>
        <translation>أصلح الخدوش والغبار</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>وسّع الدرجات الباهتة</translation>
    </message>
    <message>
        <source>These can be changed when the queue rests.</source>
        <translation>يمكن تغييرها عندما تكون القائمة متوقفة.</translation>
    </message>
    <message>
        <source>{before} becomes {after}</source>
        <translation>{before} تصبح {after}</translation>
    </message>
    <message>
        <source>As the photo has it</source>
        <translation>كما في الصورة</translation>
    </message>
    <message>
        <source>In braces: {}</source>
        <translation>بين قوسين: {}</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>تُحفظ النتائج في</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>If there is a result already</source>
        <translation>إذا وُجدت نتيجة سابقة</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>If it may be a faded colour photo</source>
        <translation>إن كانت ربما صورة ملوّنة باهتة</translation>
    </message>
    <message>
        <source>When all is done</source>
        <translation>عند اكتمال الكل</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>مكان حفظ النتائج</translation>
    </message>
    <message>
        <source>That is no name for a result. In braces may stand: {}.</source>
        <translation>ليس هذا اسمًا لنتيجة. يمكن أن يرد بين القوسين: {}.</translation>
    </message>
    <message>
        <source>As the open photo</source>
        <translation>كالصورة المفتوحة</translation>
    </message>
    <message>
        <source>As chosen earlier</source>
        <translation>كما اختير سابقًا</translation>
    </message>
    <message>
        <source>Update, also for a new model</source>
        <translation>حدِّث، وللنموذج الجديد أيضًا</translation>
    </message>
</context>
<context>
    <name>QueueProgressView</name>
    <message>
        <source>The disk is full: the queue waits until there is room.</source>
        <translation>القرص ممتلئ: تنتظر القائمة حتى تتوفر مساحة.</translation>
    </message>
    <message>
        <source>The computer may go to sleep meanwhile: that could not be prevented.</source>
        <translation>قد يدخل الحاسوب في وضع السكون أثناء ذلك: تعذّر منعه.</translation>
    </message>
    <message>
        <source>Queue: {} waiting</source>
        <translation>قائمة الانتظار: {} تنتظر</translation>
    </message>
    <message>
        <source>Queue: {} of {}</source>
        <translation>قائمة الانتظار: {} من {}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>finishing the photo in hand</source>
        <translation>جارٍ إنهاء الصورة الحالية</translation>
    </message>
</context>
<context>
    <name>ReferenceWindow</name>
    <message>
        <source>{} – reference</source>
        <translation>{} – مرجع</translation>
    </message>
    <message>
        <source>Reference photo</source>
        <translation>صورة مرجعية</translation>
    </message>
</context>
<context>
    <name>ReferenceWindows</name>
    <message>
        <source>Open reference photos</source>
        <translation>فتح صور مرجعية</translation>
    </message>
</context>
<context>
    <name>RepairController</name>
    <message>
        <source>Repair mark {number} of {count}: {what}</source>
        <translation>علامة إصلاح {number} من {count}: {what}</translation>
    </message>
    <message>
        <source>The scanner&apos;s infrared picture is no map of dust here, as with silver film: damage was looked for in the photo itself.</source>
        <translation>صورة الأشعة تحت الحمراء من الماسح لا تُظهر الغبار هنا، كما في أفلام الفضة: بُحث عن التلف في الصورة نفسها.</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>البحث عن التلف</translation>
    </message>
    <message>
        <source>No straight scratch was found there. Click right on one, zoomed in if it is faint.</source>
        <translation>لم يُعثر على خدش مستقيم هناك. انقر على الخدش نفسه، وكبّر الصورة إن كان خافتًا.</translation>
    </message>
    <message>
        <source>Follow a scratch</source>
        <translation>تتبّع خدشًا</translation>
    </message>
    <message>
        <source>A scratch was followed and marked.</source>
        <translation>جرى تتبّع خدش وتعليمه.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>الإصلاح</translation>
    </message>
    <message>
        <source>Without the repair</source>
        <translation>بدون الإصلاح</translation>
    </message>
    <message>
        <source>Strength of the repair</source>
        <translation>شدة الإصلاح</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>الحساسية</translation>
    </message>
    <message>
        <source>Remove all marks</source>
        <translation>أزل كل العلامات</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>وسّع الدرجات الباهتة</translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message>
        <source>Find scratches and dust</source>
        <translation>ابحث عن الخدوش والغبار</translation>
    </message>
    <message>
        <source>Show the marked places</source>
        <translation>أظهر المواضع المعلَّمة</translation>
    </message>
    <message>
        <source>Mark by hand</source>
        <translation>علِّم باليد</translation>
    </message>
    <message>
        <source>This is damaged too</source>
        <translation>هذا تالف أيضًا</translation>
    </message>
    <message>
        <source>This is not damaged</source>
        <translation>هذا ليس تالفًا</translation>
    </message>
    <message>
        <source>Heal this spot at once</source>
        <translation>أصلح هذا الموضع فورًا</translation>
    </message>
    <message>
        <source>Size of the repair brush</source>
        <translation>حجم فرشاة الإصلاح</translation>
    </message>
    <message>
        <source>Strength of the repair</source>
        <translation>شدة الإصلاح</translation>
    </message>
    <message>
        <source>Hold to see it without the repair</source>
        <translation>اضغط باستمرار لرؤيتها بدون إصلاح</translation>
    </message>
    <message>
        <source>Spread faded tones</source>
        <translation>وسّع الدرجات الباهتة</translation>
    </message>
    <message>
        <source>A photo that is not faded stays as it is.</source>
        <translation>تبقى الصورة التي لم تبهت كما هي.</translation>
    </message>
    <message>
        <source>Remove all marks</source>
        <translation>أزل كل العلامات</translation>
    </message>
    <message>
        <source>Sensitivity of the search</source>
        <translation>حساسية البحث</translation>
    </message>
    <message>
        <source>The farther right, the more is taken for damage.</source>
        <translation>كلما اتجه إلى اليسار عُدّ المزيد تالفًا.</translation>
    </message>
    <message>
        <source>Follow a scratch</source>
        <translation>تتبّع خدشًا</translation>
    </message>
    <message>
        <source>Click on a straight scratch that runs through the whole photo.</source>
        <translation>انقر على خدش مستقيم يمتد عبر الصورة كلها.</translation>
    </message>
    <message>
        <source>Repair the marked places</source>
        <translation>أصلح المواضع المعلَّمة</translation>
    </message>
    <message>
        <source>Take the repair back</source>
        <translation>تراجع عن الإصلاح</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>No damage was found. You can mark some by hand.</source>
        <translation>لم يُعثر على تلف. يمكنك تعليمه باليد.</translation>
    </message>
    <message>
        <source>{} % of the photo was found to be damaged.</source>
        <translation>وُجد أن {} % من الصورة تالف.</translation>
    </message>
    <message>
        <source>{} % of the photo looks damaged. Check the marked places, then repair.</source>
        <translation>يبدو {} % من الصورة تالفًا. راجع المواضع المعلَّمة ثم أصلحها.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>الحساسية</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>الشدة</translation>
    </message>
</context>
<context>
    <name>RepairTool</name>
    <message>
        <source>Mark damage</source>
        <translation>تعليم تلف</translation>
    </message>
    <message>
        <source>Take marks away</source>
        <translation>إزالة علامات</translation>
    </message>
    <message>
        <source>Heal a spot</source>
        <translation>إصلاح موضع</translation>
    </message>
</context>
<context>
    <name>ResultExporter</name>
    <message>
        <source>Saving {}…</source>
        <translation>جارٍ حفظ {}…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>جارٍ النسخ…</translation>
    </message>
</context>
<context>
    <name>ResultReview</name>
    <message>
        <source>Some marks could not be written into the photos.</source>
        <translation>تعذّرت كتابة بعض العلامات في الصور.</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} من {}</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>{} is made anew as it is here.</source>
        <translation>يُعاد إنشاء {} كما هو هنا.</translation>
    </message>
    <message>
        <source>Change what you like. Save replaces the result.</source>
        <translation>غيّر ما تشاء. «حفظ» يستبدل النتيجة.</translation>
    </message>
</context>
<context>
    <name>ReviewGrid</name>
    <message>
        <source>Photos and their results</source>
        <translation>الصور ونتائجها</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>All results</source>
        <translation>كل النتائج</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>تنتظر القرار</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>لم تُشاهد بعد</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>Put right by hand</source>
        <translation>صُحّح يدويًا</translation>
    </message>
    <message>
        <source>To be made again</source>
        <translation>تُعاد</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>الأقل يقينًا أولًا</translation>
    </message>
    <message>
        <source>By mark</source>
        <translation>حسب العلامة</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>حسب الاسم</translation>
    </message>
    <message>
        <source>As in the queue</source>
        <translation>كما في قائمة الانتظار</translation>
    </message>
    <message numerus="yes">
        <source>Make %n marked one(s) again</source>
        <translation>
            <numerusform>لا شيء للإعادة</numerusform>
            <numerusform>إعادة المعلَّم</numerusform>
            <numerusform>إعادة المعلَّمين الاثنين</numerusform>
            <numerusform>إعادة %n معلَّمة</numerusform>
            <numerusform>إعادة %n معلَّمًا</numerusform>
            <numerusform>إعادة %n معلَّم</numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {} looked at</source>
        <translation>شوهد {} من {}</translation>
    </message>
    <message>
        <source>Which results are shown</source>
        <translation>أي النتائج تظهر</translation>
    </message>
    <message>
        <source>Their order</source>
        <translation>ترتيبها</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the colour photo</source>
        <translation>حفظ الصورة الملوّنة</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Bits per colour</source>
        <translation>بت لكل لون</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>about {}</source>
        <translation>نحو {}</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>حجم الملف</translation>
    </message>
    <message>
        <source>As the photo ({})</source>
        <translation>مثل الصورة ({})</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Choose a folder for results</source>
        <translation>اختيار مجلد للنتائج</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>That is the original, which is never replaced: choose another name.</source>
        <translation>هذا هو الأصل ولا يُستبدل أبدًا: اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>حدّد اسم ملف.</translation>
    </message>
    <message>
        <source>Autochrome writes no file that ends in {ending}: use {endings}.</source>
        <translation>لا يكتب Autochrome ملفًا ينتهي بـ {ending}: استخدم {endings}.</translation>
    </message>
    <message>
        <source>Of the 16 bits per colour of this photo {} stay. TIFF and PNG keep all.</source>
        <translation>من 16 بت لكل لون في هذه الصورة يبقى {}. يحتفظ TIFF وPNG بها كلها.</translation>
    </message>
    <message>
        <source>{} is there already: it will be replaced.</source>
        <translation>{} موجود بالفعل: سيُستبدل.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
</context>
<context>
    <name>SaveExtent</name>
    <message>
        <source>This page ({page} of {pages})</source>
        <translation>هذه الصفحة ({page} من {pages})</translation>
    </message>
    <message>
        <source>All {} pages</source>
        <translation>كل الصفحات ({})</translation>
    </message>
    <message>
        <source>Also before and after, side by side</source>
        <translation>وأيضًا قبل وبعد جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>Also my versions, each in a file of its own</source>
        <translation>نسخي أيضًا، كل واحدة في ملف</translation>
    </message>
</context>
<context>
    <name>SavingCommands</name>
    <message>
        <source>Nothing has been changed about these photos.</source>
        <translation>لم يتغير شيء في هذه الصور.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>عرض في المجلد</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>حُفظت باسم {}.</translation>
    </message>
    <message>
        <source>The colour photo is in the clipboard.</source>
        <translation>الصورة الملوّنة في الحافظة.</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>A picture of both side by side (JPEG)</source>
        <translation>صورة تجمعهما جنبًا إلى جنب (JPEG)</translation>
    </message>
    <message>
        <source>An animation (WebP)</source>
        <translation>صورة متحركة (WebP)</translation>
    </message>
    <message>
        <source>An animation (GIF)</source>
        <translation>صورة متحركة (GIF)</translation>
    </message>
    <message>
        <source>A short film (MP4)</source>
        <translation>فيلم قصير (MP4)</translation>
    </message>
    <message>
        <source>Layers for Photoshop or GIMP (PSD)</source>
        <translation>طبقات لفوتوشوب أو جيمب (PSD)</translation>
    </message>
    <message>
        <source>Share before and after</source>
        <translation>مشاركة قبل وبعد</translation>
    </message>
    <message>
        <source>A small word in the corner: colorized</source>
        <translation>كلمة صغيرة في الزاوية: مُلوَّنة</translation>
    </message>
    <message>
        <source>As</source>
        <translation>على شكل</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>colorized</source>
        <translation>مُلوَّنة</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>{} is written.</source>
        <translation>كُتب {}.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Settings of this photo</source>
        <translation>إعدادات هذه الصورة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>SplitController</name>
    <message>
        <source>Scanned pages</source>
        <translation>صفحات ممسوحة ضوئيًا</translation>
    </message>
</context>
<context>
    <name>SplitWindow</name>
    <message>
        <source>Split scanned pages</source>
        <translation>تقسيم صفحات ممسوحة ضوئيًا</translation>
    </message>
    <message>
        <source>Add pages…</source>
        <translation>إضافة صفحات…</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures first.</source>
        <translation>اختر أولاً مجلدًا للصور.</translation>
    </message>
    <message numerus="yes">
        <source>Pictures of %n page(s) are there already.</source>
        <translation>
            <numerusform>توجد صور لـ %n صفحة بالفعل.</numerusform>
            <numerusform>توجد صور لصفحة واحدة بالفعل.</numerusform>
            <numerusform>توجد صور لصفحتين بالفعل.</numerusform>
            <numerusform>توجد صور لـ %n صفحات بالفعل.</numerusform>
            <numerusform>توجد صور لـ %n صفحة بالفعل.</numerusform>
            <numerusform>توجد صور لـ %n صفحة بالفعل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>استبدالها</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be cut.</source>
        <translation>
            <numerusform>تعذّر قص %n صفحة.</numerusform>
            <numerusform>تعذّر قص صفحة واحدة.</numerusform>
            <numerusform>تعذّر قص صفحتين.</numerusform>
            <numerusform>تعذّر قص %n صفحات.</numerusform>
            <numerusform>تعذّر قص %n صفحة.</numerusform>
            <numerusform>تعذّر قص %n صفحة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are written.</source>
        <translation>
            <numerusform>حُفظت %n صورة.</numerusform>
            <numerusform>حُفظت صورة واحدة.</numerusform>
            <numerusform>حُفظت صورتان.</numerusform>
            <numerusform>حُفظت %n صور.</numerusform>
            <numerusform>حُفظت %n صورة.</numerusform>
            <numerusform>حُفظت %n صورة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n picture(s) are written.</source>
        <translation>
            <numerusform>توقف: حُفظت %n صورة.</numerusform>
            <numerusform>توقف: حُفظت صورة واحدة.</numerusform>
            <numerusform>توقف: حُفظت صورتان.</numerusform>
            <numerusform>توقف: حُفظت %n صور.</numerusform>
            <numerusform>توقف: حُفظت %n صورة.</numerusform>
            <numerusform>توقف: حُفظت %n صورة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>فتحها</translation>
    </message>
    <message>
        <source>The page in hand is being finished; the window closes by itself then.</source>
        <translation>يجري إنهاء الصفحة الحالية، ثم تُغلق النافذة من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>The frames that you changed are not cut yet.</source>
        <translation>الإطارات التي غيّرتها لم تُقص بعد.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>إغلاق على أي حال</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>مواصلة العمل</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Working</source>
        <translation>جارٍ العمل</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>عرض قائمة الانتظار</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>{width} × {height}, {depth} bits</source>
        <translation>⁦{width} × {height}⁩، {depth} بت</translation>
    </message>
    <message>
        <source>{place} of {number}</source>
        <translation>{place} من {number}</translation>
    </message>
    <message>
        <source>The colour model is being opened.</source>
        <translation>يجري فتح نموذج الألوان.</translation>
    </message>
    <message>
        <source>opening the model…</source>
        <translation>جارٍ فتح النموذج…</translation>
    </message>
    <message>
        <source>Model {name} {version}</source>
        <translation>النموذج {name} {version}</translation>
    </message>
    <message>
        <source>That is what was to be expected.</source>
        <translation>هذا هو المتوقع.</translation>
    </message>
    <message>
        <source>Asked for: {asked}
Got: {got} ({provider})
{why}</source>
        <translation>المطلوب: {asked}
المستخدم: {got} ({provider})
{why}</translation>
    </message>
    <message>
        <source>Timed on this computer, for one picture: {}</source>
        <translation>قيس على هذا الحاسوب لصورة واحدة: {}</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>لا يوجد نموذج</translation>
    </message>
</context>
<context>
    <name>TintController</name>
    <message>
        <source>Colour anew</source>
        <translation>التلوين من جديد</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>الترك كما كانت</translation>
    </message>
    <message>
        <source>Tone of the photo</source>
        <translation>مسحة لون الصورة</translation>
    </message>
    <message>
        <source>Colour of ink</source>
        <translation>لون الحبر</translation>
    </message>
</context>
<context>
    <name>TintPanel</name>
    <message>
        <source>This photo has colours already. They stay as they are.</source>
        <translation>لهذه الصورة ألوان أصلًا، وتبقى كما هي.</translation>
    </message>
    <message>
        <source>Colour it anew</source>
        <translation>لوّنها من جديد</translation>
    </message>
    <message>
        <source>It is not certain whether this photo is black-and-white, or in colours that have faded. It stays as it is until you say so.</source>
        <translation>ليس مؤكدًا أهذه الصورة بالأبيض والأسود أم أن ألوانها قد بهتت. تبقى كما هي إلى أن تقرر.</translation>
    </message>
    <message>
        <source>It is black-and-white: colour it</source>
        <translation>إنها بالأبيض والأسود: لوّنها</translation>
    </message>
    <message>
        <source>The photo&apos;s own colours were replaced.</source>
        <translation>استُبدلت ألوان الصورة الأصلية.</translation>
    </message>
    <message>
        <source>Give them back</source>
        <translation>أعِدها</translation>
    </message>
    <message>
        <source>You have said that this photo is black-and-white.</source>
        <translation>قلتَ إن هذه الصورة بالأبيض والأسود.</translation>
    </message>
    <message>
        <source>It is in colour: leave it</source>
        <translation>إنها ملوّنة: اتركها</translation>
    </message>
    <message>
        <source>Keep the tone</source>
        <translation>أبقِ مسحة اللون</translation>
    </message>
    <message>
        <source>The colours lie over the tone that the photo has.</source>
        <translation>توضع الألوان فوق مسحة اللون التي في الصورة.</translation>
    </message>
    <message>
        <source>Ink keeps its colour</source>
        <translation>يحتفظ الحبر بلونه</translation>
    </message>
    <message>
        <source>What is written, stamped or stuck on the photo is not coloured anew.</source>
        <translation>ما كُتب أو خُتم أو أُلصق على الصورة لا يُلوَّن من جديد.</translation>
    </message>
</context>
<context>
    <name>VariationController</name>
    <message>
        <source>The colours are there.</source>
        <translation>الألوان جاهزة.</translation>
    </message>
</context>
<context>
    <name>VariationGrid</name>
    <message>
        <source>Variations</source>
        <translation>بدائل</translation>
    </message>
</context>
<context>
    <name>VariationPanel</name>
    <message>
        <source>This model has one colorization for each photo: here are other sizes and looks.</source>
        <translation>لهذا النموذج تلوين واحد لكل صورة: هذه أحجام ومظاهر أخرى.</translation>
    </message>
    <message>
        <source>Variation {}</source>
        <translation>البديل {}</translation>
    </message>
    <message>
        <source>Seen at {} px</source>
        <translation>كما تُرى عند {} بكسل</translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation>الأرجح</translation>
    </message>
</context>
<context>
    <name>VersionPanel</name>
    <message>
        <source>Name of this version</source>
        <translation>اسم هذه النسخة</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>احتفاظ</translation>
    </message>
    <message>
        <source>Keep the photo as it is now under this name</source>
        <translation>الاحتفاظ بالصورة كما هي الآن بهذا الاسم</translation>
    </message>
    <message>
        <source>My versions</source>
        <translation>نسخي</translation>
    </message>
    <message>
        <source>Version {}</source>
        <translation>نسخة {}</translation>
    </message>
    <message>
        <source>Go back to {}</source>
        <translation>العودة إلى {}</translation>
    </message>
    <message>
        <source>Forget {}</source>
        <translation>نسيان {}</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>Watch the folder that a scanner puts its pictures in</source>
        <translation>مراقبة المجلد الذي يضع فيه الماسح صوره</translation>
    </message>
</context>
<context>
    <name>WatchedFolder</name>
    <message>
        <source>{} is in use by another program: it is done when it is free.</source>
        <translation>‏{} قيد الاستخدام في برنامج آخر: سيأتي دوره حين يصبح متاحًا.</translation>
    </message>
    <message>
        <source>The watched folder is not there now. Autochrome waits for it.</source>
        <translation>المجلد المراقَب غير موجود الآن. ينتظره Autochrome.</translation>
    </message>
    <message>
        <source>The watched folder is there again.</source>
        <translation>عاد المجلد المراقَب.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Photo</source>
        <translation>صورة</translation>
    </message>
</context>
<context>
    <name>_Plural</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>لم تبقَ أي دقيقة</numerusform>
            <numerusform>بقيت دقيقة واحدة تقريبًا</numerusform>
            <numerusform>بقيت دقيقتان تقريبًا</numerusform>
            <numerusform>بقيت %n دقائق تقريبًا</numerusform>
            <numerusform>بقيت %n دقيقة تقريبًا</numerusform>
            <numerusform>بقيت %n دقيقة تقريبًا</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>فتح…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>فتح مجلد…</translation>
    </message>
    <message>
        <source>Split scanned pa&amp;ges…</source>
        <translation>تقسيم صفحات ممس&amp;وحة…</translation>
    </message>
    <message>
        <source>&amp;Add a folder to the queue…</source>
        <translation>إضافة مجلد إلى قائمة الانتظار…</translation>
    </message>
    <message>
        <source>Q&amp;ueue</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <source>&amp;Look through the results</source>
        <translation>&amp;تصفّح النتائج</translation>
    </message>
    <message>
        <source>&amp;Good</source>
        <translation>&amp;جيد</translation>
    </message>
    <message>
        <source>&amp;Make again</source>
        <translation>&amp;إعادة</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;رفض</translation>
    </message>
    <message>
        <source>&amp;No mark</source>
        <translation>&amp;بلا علامة</translation>
    </message>
    <message>
        <source>&amp;Put right by hand…</source>
        <translation>ت&amp;صحيح يدوي…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>حفظ &amp;باسم…</translation>
    </message>
    <message>
        <source>&amp;Copy the result</source>
        <translation>نسخ النتيجة</translation>
    </message>
    <message>
        <source>Save all edited photos</source>
        <translation>حفظ كل الصور المعدّلة</translation>
    </message>
    <message>
        <source>Share before and after…</source>
        <translation>مشاركة قبل وبعد…</translation>
    </message>
    <message>
        <source>Copy the settings</source>
        <translation>نسخ الإعدادات</translation>
    </message>
    <message>
        <source>Paste the settings to the chosen photos</source>
        <translation>لصق الإعدادات على الصور المختارة</translation>
    </message>
    <message>
        <source>Apply the settings to all of this folder</source>
        <translation>تطبيق الإعدادات على كل هذا المجلد</translation>
    </message>
    <message>
        <source>Colours of another photo…</source>
        <translation>ألوان صورة أخرى…</translation>
    </message>
    <message>
        <source>Without the other photo&apos;s colours</source>
        <translation>بدون ألوان الصورة الأخرى</translation>
    </message>
    <message>
        <source>&amp;Close photo</source>
        <translation>إغلاق الصورة</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>التفضيلات…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Whole &amp;photo</source>
        <translation>الصورة كاملة</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 ٪</translation>
    </message>
    <message>
        <source>Slider, &amp;left and right</source>
        <translation>شريط، يسار ويمين</translation>
    </message>
    <message>
        <source>Slider, &amp;above and below</source>
        <translation>شريط، أعلى وأسفل</translation>
    </message>
    <message>
        <source>Side by &amp;side</source>
        <translation>جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>Variations in a &amp;grid</source>
        <translation>التنويعات في &amp;شبكة</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;ملء الشاشة</translation>
    </message>
    <message>
        <source>&amp;Hide panels</source>
        <translation>إخفاء الل&amp;وحات</translation>
    </message>
    <message>
        <source>C&amp;olour points</source>
        <translation>نقاط اللون</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>ال&amp;فرشاة</translation>
    </message>
    <message>
        <source>Repair brush</source>
        <translation>فرشاة الإصلاح</translation>
    </message>
    <message>
        <source>&amp;Turn, straighten, crop…</source>
        <translation>&amp;تدوير وتقويم وقصّ…</translation>
    </message>
    <message>
        <source>Open a reference p&amp;hoto…</source>
        <translation>فتح صورة مرجعية…</translation>
    </message>
    <message>
        <source>&amp;Next photo</source>
        <translation>الصورة التالية</translation>
    </message>
    <message>
        <source>P&amp;revious photo</source>
        <translation>الصورة السابقة</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>&amp;How it works</source>
        <translation>كيف يعمل</translation>
    </message>
    <message>
        <source>&amp;About Autochrome</source>
        <translation>حول Autochrome</translation>
    </message>
    <message>
        <source>Nex&amp;t page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Pre&amp;vious page</source>
        <translation>الصفحة السابقة</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>The settings could not be read: Autochrome begins with its own. They are kept.</source>
        <translation>تعذرت قراءة الإعدادات: يبدأ Autochrome بإعداداته. الملف محفوظ.</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>Colour it</source>
        <translation>لوّنها</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>اتركها</translation>
    </message>
    <message>
        <source>Rescue what is left</source>
        <translation>إنقاذ ما تبقّى</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة مجددًا</translation>
    </message>
</context>
<context>
    <name>found</name>
    <message>
        <source>Red tone removed.</source>
        <translation>أُزيلت المسحة الحمراء.</translation>
    </message>
    <message>
        <source>Brown tone removed.</source>
        <translation>أُزيلت المسحة البنية.</translation>
    </message>
    <message>
        <source>Yellow tone removed.</source>
        <translation>أُزيلت المسحة الصفراء.</translation>
    </message>
    <message>
        <source>Green tone removed.</source>
        <translation>أُزيلت المسحة الخضراء.</translation>
    </message>
    <message>
        <source>Blue tone removed.</source>
        <translation>أُزيلت المسحة الزرقاء.</translation>
    </message>
    <message>
        <source>Violet tone removed.</source>
        <translation>أُزيلت المسحة البنفسجية.</translation>
    </message>
    <message>
        <source>Red tone kept under the colours.</source>
        <translation>بقيت المسحة الحمراء تحت الألوان.</translation>
    </message>
    <message>
        <source>Brown tone kept under the colours.</source>
        <translation>بقيت المسحة البنية تحت الألوان.</translation>
    </message>
    <message>
        <source>Yellow tone kept under the colours.</source>
        <translation>بقيت المسحة الصفراء تحت الألوان.</translation>
    </message>
    <message>
        <source>Green tone kept under the colours.</source>
        <translation>بقيت المسحة الخضراء تحت الألوان.</translation>
    </message>
    <message>
        <source>Blue tone kept under the colours.</source>
        <translation>بقيت المسحة الزرقاء تحت الألوان.</translation>
    </message>
    <message>
        <source>Violet tone kept under the colours.</source>
        <translation>بقيت المسحة البنفسجية تحت الألوان.</translation>
    </message>
    <message>
        <source>What is alike has the colours of the reference photo.</source>
        <translation>ما تشابه أخذ ألوان الصورة المرجعية.</translation>
    </message>
    <message>
        <source>Nothing is like the reference photo: its palette as a whole was taken.</source>
        <translation>لا شيء يشبه الصورة المرجعية: أُخذت لوحة ألوانها كاملة.</translation>
    </message>
    <message>
        <source>It has the colours of photos of its folder that are like it.</source>
        <translation>لها ألوان الصور المشابهة في مجلدها.</translation>
    </message>
    <message>
        <source>Ink and stamps keep their own colour.</source>
        <translation>يحتفظ الحبر والأختام بلونهما الأصلي.</translation>
    </message>
    <message>
        <source>Faded tones were spread.</source>
        <translation>وُسّعت الدرجات الباهتة.</translation>
    </message>
    <message>
        <source>Less than 0.1 % of the photo was repaired.</source>
        <translation>أُصلح أقل من 0.1 % من الصورة.</translation>
    </message>
    <message>
        <source>{} % of the photo was repaired.</source>
        <translation>أُصلح {} % من الصورة.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>Over the photo</source>
        <translation>فوق الصورة</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>نقاط اللون</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>في قائمة الانتظار</translation>
    </message>
    <message>
        <source>Over a scanned page</source>
        <translation>فوق صفحة ممسوحة</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>تحريك الخط الفاصل</translation>
    </message>
    <message>
        <source>arrow keys, Home, End, drag</source>
        <translation>مفاتيح الأسهم، Home، End، السحب</translation>
    </message>
    <message>
        <source>Divider to the middle</source>
        <translation>الخط الفاصل إلى الوسط</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>نقر مزدوج</translation>
    </message>
    <message>
        <source>See the original</source>
        <translation>مشاهدة الأصل</translation>
    </message>
    <message>
        <source>hold the space bar</source>
        <translation>إبقاء مفتاح المسافة مضغوطًا</translation>
    </message>
    <message>
        <source>Zoom to the pointer</source>
        <translation>التكبير نحو المؤشر</translation>
    </message>
    <message>
        <source>mouse wheel, pinch</source>
        <translation>عجلة الفأرة، القرص بإصبعين</translation>
    </message>
    <message>
        <source>Move the enlarged photo</source>
        <translation>تحريك الصورة المكبرة</translation>
    </message>
    <message>
        <source>drag beside the divider</source>
        <translation>السحب بجانب الخط الفاصل</translation>
    </message>
    <message>
        <source>Put a point</source>
        <translation>وضع نقطة</translation>
    </message>
    <message>
        <source>click</source>
        <translation>نقر</translation>
    </message>
    <message>
        <source>Put a point in the middle</source>
        <translation>وضع نقطة في الوسط</translation>
    </message>
    <message>
        <source>Move the point</source>
        <translation>تحريك النقطة</translation>
    </message>
    <message>
        <source>arrow keys, drag</source>
        <translation>مفاتيح الأسهم، السحب</translation>
    </message>
    <message>
        <source>Choose the point before, the next point</source>
        <translation>اختر النقطة السابقة أو التالية</translation>
    </message>
    <message>
        <source>Delete the point</source>
        <translation>حذف النقطة</translation>
    </message>
    <message>
        <source>No more points</source>
        <translation>التوقف عن وضع النقاط</translation>
    </message>
    <message>
        <source>Choose the frame before, the next frame</source>
        <translation>اختيار الإطار السابق، التالي</translation>
    </message>
    <message>
        <source>Move the frame</source>
        <translation>تحريك الإطار</translation>
    </message>
    <message>
        <source>Resize the frame</source>
        <translation>تغيير حجم الإطار</translation>
    </message>
    <message>
        <source>Shift and arrow keys, drag</source>
        <translation>Shift مع مفاتيح الأسهم، السحب</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Waiting</source>
        <translation>تنتظر</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>قيد المعالجة</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>تُخُطّيت</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>غير مؤكدة</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغيت</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>قراءة</translation>
    </message>
    <message>
        <source>Finding colours</source>
        <translation>إيجاد الألوان</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>كتابة</translation>
    </message>
    <message>
        <source>Nothing has changed since it was colorized.</source>
        <translation>لم يتغيّر شيء منذ تلوينها.</translation>
    </message>
    <message>
        <source>You have marked its result: it stays as it is.</source>
        <translation>لقد علّمت نتيجتها: تبقى كما هي.</translation>
    </message>
    <message>
        <source>Its disk could not be read or written.</source>
        <translation>تعذّرت القراءة من قرصها أو الكتابة عليه.</translation>
    </message>
    <message>
        <source>Skipped (already in colour)</source>
        <translation>تُخُطّيت (ملوَّنة من قبل)</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} ث</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>بقي أقل من دقيقة</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation>بقي نحو {hours} س {minutes} د</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>بالتحديد</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>ما الذي جرى</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>ميغابكسل</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>وقت الانتهاء</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>حُسبت بواسطة</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>درجة الثقة</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <source>An earlier colour model made its result: it stays as it is.</source>
        <translation>صنع نتيجتَها نموذج ألوان سابق: تبقى كما هي.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>Good</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Put right by hand</source>
        <translation>صُحّح يدويًا</translation>
    </message>
    <message>
        <source>{} % sure</source>
        <translation>يقين {} %</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>ال&amp;نتائج</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>As the &amp;window</source>
        <translation>مثل ال&amp;نافذة</translation>
    </message>
    <message>
        <source>Wh&amp;ite</source>
        <translation>&amp;أبيض</translation>
    </message>
    <message>
        <source>&amp;Light grey</source>
        <translation>رمادي &amp;فاتح</translation>
    </message>
    <message>
        <source>&amp;Mid grey</source>
        <translation>رمادي &amp;متوسط</translation>
    </message>
    <message>
        <source>&amp;Dark grey</source>
        <translation>رمادي &amp;داكن</translation>
    </message>
    <message>
        <source>&amp;Black</source>
        <translation>أ&amp;سود</translation>
    </message>
    <message>
        <source>S&amp;urround</source>
        <translation>المح&amp;يط</translation>
    </message>
    <message>
        <source>&amp;Recent photos</source>
        <translation>الصور الأخيرة</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>أدوات</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>That did not work.</source>
        <translation>لم ينجح ذلك.</translation>
    </message>
    <message>
        <source>This photo could not be opened.</source>
        <translation>تعذّر فتح هذه الصورة.</translation>
    </message>
    <message>
        <source>This photo is not there any more.</source>
        <translation>هذه الصورة لم تعد موجودة.</translation>
    </message>
    <message>
        <source>This file is damaged or no photo.</source>
        <translation>هذا الملف تالف أو ليس صورة.</translation>
    </message>
    <message>
        <source>Photos of this format cannot be read here.</source>
        <translation>لا يمكن قراءة صور بهذه الصيغة هنا.</translation>
    </message>
    <message>
        <source>This is an animation, not a photo.</source>
        <translation>هذه رسوم متحركة وليست صورة.</translation>
    </message>
    <message>
        <source>This photo is too large.</source>
        <translation>هذه الصورة كبيرة جدًا.</translation>
    </message>
    <message>
        <source>This photo has colours already.</source>
        <translation>هذه الصورة ملوّنة أصلًا.</translation>
    </message>
    <message>
        <source>This photo may be black-and-white, or its colours may have faded.</source>
        <translation>قد تكون هذه الصورة بالأبيض والأسود، أو قد تكون ألوانها قد بهتت.</translation>
    </message>
    <message>
        <source>This photo has no colours to lend: choose one that has.</source>
        <translation>لا ألوان في هذه الصورة لتُعار: اختر صورة ملوّنة.</translation>
    </message>
    <message>
        <source>This cannot be written to be shared.</source>
        <translation>تعذّرت كتابة هذا للمشاركة.</translation>
    </message>
    <message>
        <source>The photo could not be saved.</source>
        <translation>تعذّر حفظ الصورة.</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>يوجد ملف بهذا الاسم بالفعل.</translation>
    </message>
    <message>
        <source>That is the original photo: choose another name, it is never replaced.</source>
        <translation>هذه هي الصورة الأصلية: اختر اسمًا آخر، فهي لا تُستبدل أبدًا.</translation>
    </message>
    <message>
        <source>The photo cannot be saved there.</source>
        <translation>لا يمكن حفظ الصورة هناك.</translation>
    </message>
    <message>
        <source>The colour model could not be opened.</source>
        <translation>تعذّر فتح نموذج الألوان.</translation>
    </message>
    <message>
        <source>The colour model is missing, so photos stay grey.</source>
        <translation>نموذج الألوان مفقود، لذلك تبقى الصور رمادية.</translation>
    </message>
    <message>
        <source>The colour model is not the published one, so it is not used.</source>
        <translation>نموذج الألوان ليس النموذج المنشور، لذلك لا يُستخدم.</translation>
    </message>
    <message>
        <source>The colours could not be computed.</source>
        <translation>تعذّر حساب الألوان.</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo.</source>
        <translation>لا توجد ذاكرة كافية لهذه الصورة.</translation>
    </message>
    <message>
        <source>The queue cannot be used.</source>
        <translation>لا يمكن استخدام قائمة الانتظار.</translation>
    </message>
    <message>
        <source>Another Autochrome is working through this queue already.</source>
        <translation>هناك نسخة أخرى من Autochrome تعالج هذه القائمة بالفعل.</translation>
    </message>
    <message>
        <source>The disk has no room left for the queue.</source>
        <translation>لم تبقَ مساحة على القرص لقائمة الانتظار.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>القرص ممتلئ.</translation>
    </message>
    <message>
        <source>That colour point cannot be used.</source>
        <translation>لا يمكن استخدام نقطة اللون هذه.</translation>
    </message>
</context>
</TS>
