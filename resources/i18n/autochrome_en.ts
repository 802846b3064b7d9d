<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CutBar</name>
    <message numerus="yes">
        <source>Cut into %n picture(s)</source>
        <translation>
            <numerusform>Cut into %n picture</numerusform>
            <numerusform>Cut into %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for prints: %n page(s) to go</source>
        <translation>
            <numerusform>Looking for prints: %n page to go</numerusform>
            <numerusform>Looking for prints: %n pages to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message numerus="yes">
        <source>%n photo(s) may be black-and-white, or colour photos that have faded.</source>
        <translation>
            <numerusform>%n photo may be black-and-white, or a colour photo that has faded.</numerusform>
            <numerusform>%n photos may be black-and-white, or colour photos that have faded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are damaged.</source>
        <translation>
            <numerusform>%n photo is damaged.</numerusform>
            <numerusform>%n photos are damaged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditClipboard</name>
    <message numerus="yes">
        <source>%n photo(s) have the settings too.</source>
        <translation>
            <numerusform>%n photo has the settings too.</numerusform>
            <numerusform>%n photos have the settings too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilledNotice</name>
    <message numerus="yes">
        <source>%n photo(s) have joined the queue.</source>
        <translation>
            <numerusform>%n photo has joined the queue.</numerusform>
            <numerusform>%n photos have joined the queue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message numerus="yes">
        <source>%n print(s)</source>
        <translation>
            <numerusform>%n print</numerusform>
            <numerusform>%n prints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message numerus="yes">
        <source>%n photo(s) of the last queue still wait.</source>
        <translation>
            <numerusform>%n photo of the last queue still waits.</numerusform>
            <numerusform>%n photos of the last queue still wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>Make %n marked one(s) again</source>
        <translation>
            <numerusform>Make %n marked one again</numerusform>
            <numerusform>Make %n marked ones again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitWindow</name>
    <message numerus="yes">
        <source>Pictures of %n page(s) are there already.</source>
        <translation>
            <numerusform>Pictures of %n page are there already.</numerusform>
            <numerusform>Pictures of %n pages are there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be cut.</source>
        <translation>
            <numerusform>%n page could not be cut.</numerusform>
            <numerusform>%n pages could not be cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are written.</source>
        <translation>
            <numerusform>%n picture is written.</numerusform>
            <numerusform>%n pictures are written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n picture(s) are written.</source>
        <translation>
            <numerusform>Stopped: %n picture is written.</numerusform>
            <numerusform>Stopped: %n pictures are written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Plural</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
</TS>
