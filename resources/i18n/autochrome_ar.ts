<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>Chooser</name>
    <message>
        <source>Open photographs</source>
        <translation>فتح الصور</translation>
    </message>
    <message>
        <source>Open a folder of photographs</source>
        <translation>فتح مجلد صور</translation>
    </message>
    <message>
        <source>The language changes when Autochrome is opened again.</source>
        <translation>تتغيّر اللغة عند فتح Autochrome من جديد.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Before</source>
        <extracomment>From this many device pixels for one of the photo&apos;s on, its pixels are shown as squares.</extracomment>
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
    <name>CrashReporter</name>
    <message>
        <source>Something unexpected happened.</source>
        <translation>حدث أمر غير متوقع.</translation>
    </message>
    <message>
        <source>Your photos are untouched and you can go on. The details can be copied.</source>
        <translation>صورك سليمة ويمكنك المتابعة. يمكن نسخ التفاصيل.</translation>
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
    <name>Filmstrip</name>
    <message>
        <source>Opened photos</source>
        <translation>الصور المفتوحة</translation>
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
        <source>Choose a colour, then click in the photo: it spreads over what is there.</source>
        <translation>اختر لونًا ثم انقر في الصورة: ينتشر اللون على ما يوجد هناك.</translation>
    </message>
    <message>
        <source>This model takes no colour points.</source>
        <translation>هذا النموذج لا يقبل نقاط اللون.</translation>
    </message>
</context>
<context>
    <name>HintTool</name>
    <message>
        <source>Recolour point</source>
        <extracomment>A press this near to a point takes hold of it. Logical pixels. What an arrow key moves a point by, as a share of the photo&apos;s sides.</extracomment>
        <translation>تغيير لون النقطة</translation>
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
    <name>Keeper</name>
    <message>
        <source>Your work on this photo could not be kept beside it.</source>
        <translation>تعذّر حفظ عملك على هذه الصورة بجانبها.</translation>
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
        <extracomment>Field of Look -&gt; its word, lowest and highest value in hundredths.</extracomment>
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
    <name>MainWindow</name>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Colour points</source>
        <translation>نقاط اللون</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>بدائل</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>صورة</translation>
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
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>إغلاق هذا التنبيه</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Like the system</source>
        <translation>كالنظام</translation>
    </message>
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
        <source>The model that comes with Autochrome</source>
        <translation>النموذج المرفق مع Autochrome</translation>
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
        <source>No limit</source>
        <translation>بلا حد</translation>
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
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>ملف النموذج</translation>
    </message>
    <message>
        <source>Size the network sees</source>
        <translation>الحجم الذي تراه الشبكة</translation>
    </message>
    <message>
        <source>Memory for the network</source>
        <translation>ذاكرة الشبكة</translation>
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
    <name>SaveDialog</name>
    <message>
        <source>Save the colour photo</source>
        <translation>حفظ الصورة الملوّنة</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
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
        <source>Also before and after, side by side</source>
        <translation>وأيضًا قبل وبعد جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>صورة</translation>
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
        <source>There is a file of that name: it will be replaced.</source>
        <translation>يوجد ملف بهذا الاسم: سيُستبدل.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Settings of this photo</source>
        <translation>إعدادات هذه الصورة</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Working</source>
        <translation>جارٍ العمل</translation>
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
        <source>The colour model is being opened.</source>
        <translation>يجري فتح نموذج الألوان.</translation>
    </message>
    <message>
        <source>opening the model…</source>
        <translation>جارٍ فتح النموذج…</translation>
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
        <source>no model</source>
        <translation>لا يوجد نموذج</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Opening the model…</source>
        <extracomment>The slot of the photo that is shown, among the worker&apos;s requests.</extracomment>
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
        <source>Earlier work</source>
        <translation>عمل سابق</translation>
    </message>
    <message>
        <source>You have worked on this photo before.</source>
        <translation>سبق أن عملت على هذه الصورة.</translation>
    </message>
    <message>
        <source>Go on with that</source>
        <translation>متابعة ذلك العمل</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>بديل</translation>
    </message>
    <message>
        <source>Colour anew</source>
        <translation>تلوين من جديد</translation>
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
        <source>Colour it anew</source>
        <translation>تلوينها من جديد</translation>
    </message>
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
    <name>VariationPanel</name>
    <message>
        <source>Show variations</source>
        <translation>عرض البدائل</translation>
    </message>
    <message>
        <source>This model has one colorization for each photo.</source>
        <translation>لهذا النموذج تلوين واحد لكل صورة.</translation>
    </message>
    <message>
        <source>Variation {}</source>
        <translation>البديل {}</translation>
    </message>
    <message>
        <source>Most likely colours</source>
        <translation>الألوان الأرجح</translation>
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
        <source>&amp;Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>&amp;Copy the result</source>
        <translation>نسخ النتيجة</translation>
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
        <source>C&amp;olour points</source>
        <translation>نقاط اللون</translation>
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
        <source>&amp;About Autochrome</source>
        <translation>حول Autochrome</translation>
    </message>
</context>
<context>
    <name>help</name>
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
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>About Autochrome</source>
        <translation>حول Autochrome</translation>
    </message>
    <message>
        <source>Colours for black-and-white photographs, made on this computer.</source>
        <translation>ألوان للصور بالأبيض والأسود، تُصنع على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The colours are likely ones, not a record of what was there.</source>
        <translation>الألوان مرجّحة وليست سجلًا لما كان هناك.</translation>
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
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>&amp;Recent photos</source>
        <extracomment>Their words stand beside their pictures.</extracomment>
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
        <extracomment>Error type -&gt; headline. The nearest ancestor&apos;s holds for a type that has none of its own.</extracomment>
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
        <source>That colour point cannot be used.</source>
        <translation>لا يمكن استخدام نقطة اللون هذه.</translation>
    </message>
</context>
</TS>
