<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source> %n recording(s) left out. {named}{more}</source>
        <translation>
            <numerusform> %n recording was left out. {named}{more}</numerusform>
            <numerusform> %n recordings were left out. {named}{more}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) of those listed</source>
        <translation>
            <numerusform>%n alert of those listed</numerusform>
            <numerusform>%n alerts of those listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) within a minute, the last: {said}.</source>
        <translation>
            <numerusform>%n alert within a minute, the last: {said}.</numerusform>
            <numerusform>%n alerts within a minute, the last: {said}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beat(s)</source>
        <translation>
            <numerusform>%n beat</numerusform>
            <numerusform>%n beats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beat(s) of {name}</source>
        <translation>
            <numerusform>%n beat of {name}</numerusform>
            <numerusform>%n beats of {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ectopic beat(s).</source>
        <translation>
            <numerusform>%n ectopic beat.</numerusform>
            <numerusform>%n ectopic beats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) to be named.</source>
        <translation>
            <numerusform>%n episode to be named.</numerusform>
            <numerusform>%n episodes to be named.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more page(s)</source>
        <translation>
            <numerusform>%n more page</numerusform>
            <numerusform>%n more pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) in the folder itself; those in the folders within it, too. </source>
        <translation>
            <numerusform>%n recording in the folder itself; those in the folders within it, too. </numerusform>
            <numerusform>%n recordings in the folder itself; those in the folders within it, too. </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) in the folder. </source>
        <translation>
            <numerusform>%n recording in the folder. </numerusform>
            <numerusform>%n recordings in the folder. </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ventricular beat(s) in {length} of {name}</source>
        <translation>
            <numerusform>%n ventricular beat in {length} of {name}</numerusform>
            <numerusform>%n ventricular beats in {length} of {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are the first %n record(s): there are more.</source>
        <translation>
            <numerusform>This is the first record: there are more.</numerusform>
            <numerusform>These are the first %n records: there are more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} · {at} · {heart} · %n new alert(s)</source>
        <translation>
            <numerusform>{name} · {at} · {heart} · %n new alert</numerusform>
            <numerusform>{name} · {at} · {heart} · %n new alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{time} recorded in {file} and %n more.</source>
        <translation>
            <numerusform>{time} recorded in {file} and %n more.</numerusform>
            <numerusform>{time} recorded in {file} and %n more.</numerusform>
        </translation>
    </message>
</context>
</TS>
