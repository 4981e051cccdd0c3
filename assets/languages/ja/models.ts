<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> ({why})</source>
        <translation>（{why}）</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source> and {n} more</source>
        <translation> ほか {n} 件</translation>
    </message>
    <message>
        <source> or </source>
        <translation>または</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>--export names files of the same name twice: each needs its own.</source>
        <translation>--exportに同じ名前のファイルが2つあります。それぞれ別の名前が必要です。</translation>
    </message>
    <message>
        <source>/min</source>
        <translation>/分</translation>
    </message>
    <message>
        <source>1 lead</source>
        <translation>1誘導</translation>
    </message>
    <message>
        <source>1 mark is of {names}, not of the chosen recording of that name: it is left out.</source>
        <translation>1件の印は{names}のもので、選択した同名の記録のものではないため、除外しました。</translation>
    </message>
    <message>
        <source>1 mark of a record that is not chosen is left out ({names}).</source>
        <translation>選択されていない記録の印1件を除外しました（{names}）。</translation>
    </message>
    <message>
        <source>1 mark of an older version names only {listed} and cannot be placed: it is kept in the file and not followed.</source>
        <translation>旧版の印1件は{listed}という名前しかなく、位置がわかりません。ファイルには残しますが、使いません。</translation>
    </message>
    <message>
        <source>105 stretches of fifteen minutes, with the waves&apos; limits of some beats; two leads.</source>
        <translation>15分間の記録105件。一部の拍に波の始点と終点の印。2誘導。</translation>
    </message>
    <message>
        <source>2 beats at {rate:.0f}/min</source>
        <translation>2拍、{rate:.0f}/分</translation>
    </message>
    <message>
        <source>28 recordings of various lengths, most of them during exercise tests.</source>
        <translation>さまざまな長さの記録28件。多くは運動負荷試験中のもの。</translation>
    </message>
    <message>
        <source>75 half hours of twelve leads, with many ventricular beats, every beat annotated.</source>
        <translation>12誘導の30分記録75件。心室性の拍が多く、全拍にアノテーション。</translation>
    </message>
    <message>
        <source>86 recordings of about a day with changes of the ST segment.</source>
        <translation>ST部分の変化を含む約1日の記録86件。</translation>
    </message>
    <message>
        <source>90 recordings of two hours with changes of the ST segment and the T wave; two leads.</source>
        <translation>ST部分とT波の変化を含む2時間の記録90件。2誘導。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>。</translation>
    </message>
    <message>
        <source>A class has at most {most} learners, not {n}.</source>
        <translation>授業の受講者は{most}人までです（{n}人になっています）。</translation>
    </message>
    <message>
        <source>A day each of 84 people with paroxysmal or lasting atrial fibrillation; two leads.</source>
        <translation>発作性または持続性心房細動の84人、各1日。2誘導。</translation>
    </message>
    <message>
        <source>A hundred recordings of about two minutes in which T waves may take turns.</source>
        <translation>T波交互脈を含みうる約2分の記録100件。</translation>
    </message>
    <message>
        <source>A language is named by its code, as ja; {code!r} is none.</source>
        <translation>言語はjaのようなコードで指定します：{code!r}はコードではありません。</translation>
    </message>
    <message>
        <source>A line is longer than any {what}.</source>
        <translation>どの{what}よりも長い行があります。</translation>
    </message>
    <message>
        <source>A line is no {what}: {why}.</source>
        <translation>{what}ではない行があります：{why}。</translation>
    </message>
    <message>
        <source>A model of a heart, not a person.</source>
        <translation>心臓のモデルであり、実在の人ではありません。</translation>
    </message>
    <message>
        <source>A patient&apos;s fs must be from {least:g} to {most:g} Hz, not {fs:g}.</source>
        <translation>患者のfsは{least:g}～{most:g} Hzでなければなりません（{fs:g}になっています）。</translation>
    </message>
    <message>
        <source>A patient&apos;s leads are {names}, or some of {leads} with commas between, each once, not {text!r}.</source>
        <translation>患者の誘導は{names}、または{leads}のいくつかをコンマで区切って1回ずつ指定します：{text!r}は使えません。</translation>
    </message>
    <message>
        <source>A picture has {least:.0f} to {most:.0f} dots an inch, not {dpi:g}.</source>
        <translation>画像の解像度は{least:.0f}～{most:.0f} dpiです：{dpi:g}は使えません。</translation>
    </message>
    <message>
        <source>A plan is written as “{form}”, with at most {most} turns.</source>
        <translation>計画は「{form}」のように、{most}段階まで書きます。</translation>
    </message>
    <message>
        <source>A plan looks no further ahead than {most:g} minutes.</source>
        <translation>計画は{most:g}分先までです。</translation>
    </message>
    <message>
        <source>A question has 1 to 120 characters.</source>
        <translation>質問は1～120文字です。</translation>
    </message>
    <message>
        <source>A question has 2 to {most} answers, all different, of 1 to 40 characters.</source>
        <translation>質問の答えは2～{most}個で、すべて異なり、それぞれ1～40文字です。</translation>
    </message>
    <message>
        <source>A record is named as in the catalogue (208), not {record!r}.</source>
        <translation>記録はカタログの名前（208など）で指定します：{record!r}は使えません。</translation>
    </message>
    <message>
        <source>A report is written as PDF, and {name} does not end in .pdf.</source>
        <translation>報告書はPDFで書き出しますが、{name}は.pdfで終わっていません。</translation>
    </message>
    <message>
        <source>A scenario has 1 to {most} steps, each under [[step]].</source>
        <translation>シナリオの段階は1～{most}個で、それぞれ[[step]]の下に書きます。</translation>
    </message>
    <message>
        <source>A scenario is no longer than {most} KiB.</source>
        <translation>シナリオは{most} KiBまでです。</translation>
    </message>
    <message>
        <source>A scenario&apos;s name is of lower-case letters, digits, - and _, at most 40; {name!r} is not.</source>
        <translation>シナリオの名前は英小文字、数字、-、_で40文字までです：{name!r}は使えません。</translation>
    </message>
    <message>
        <source>A step has a patient or a record, not both.</source>
        <translation>段階に指定できるのは患者か記録のどちらか一方です。</translation>
    </message>
    <message>
        <source>A step lasts {least:g} to {most:g} s.</source>
        <translation>段階の長さは{least:g}～{most:g}秒です。</translation>
    </message>
    <message>
        <source>A step with a record needs lasts_s.</source>
        <translation>記録を使う段階にはlasts_sが必要です。</translation>
    </message>
    <message>
        <source>A step&apos;s name has letters, digits, spaces, - and _, at most 40, and not {end!r}; this is {name!r}.</source>
        <translation>段階の名前は英字、数字、空白、-、_で40文字まで、{end!r}は使えません：{name!r}になっています。</translation>
    </message>
    <message>
        <source>A stream is named by lsl: and its name, as lsl:Amplifier.</source>
        <translation>ストリームはlsl:に続けて名前で指定します。例：lsl:Amplifier。</translation>
    </message>
    <message>
        <source>A stream is published under a name of 1 to {most} letters, not {name!r}.</source>
        <translation>配信するストリームの名前は1～{most}文字です：{name!r}は使えません。</translation>
    </message>
    <message>
        <source>A stream of {host}, received by the Lab Streaming Layer.</source>
        <translation>{host}のストリーム。Lab Streaming Layerで受信。</translation>
    </message>
    <message>
        <source>A stream&apos;s name has at most {most} letters, not {n}.</source>
        <translation>ストリームの名前は{most}文字までです（{n}文字あります）。</translation>
    </message>
    <message>
        <source>A ward has 1 to {most} beds, not {n}.</source>
        <translation>病棟のベッドは1～{most}床です（{n}床になっています）。</translation>
    </message>
    <message>
        <source>ABP diastolic</source>
        <translation>ABP 拡張期</translation>
    </message>
    <message>
        <source>ABP mean</source>
        <translation>ABP 平均</translation>
    </message>
    <message>
        <source>ABP systolic</source>
        <translation>ABP 収縮期</translation>
    </message>
    <message>
        <source>ADC resolution</source>
        <translation>ADC分解能</translation>
    </message>
    <message>
        <source>ADC zero</source>
        <translation>ADCの0</translation>
    </message>
    <message>
        <source>AF / flutter</source>
        <translation>AF／粗動</translation>
    </message>
    <message>
        <source>ANSI/AAMI EC13 Test Waveforms</source>
        <translation>ANSI/AAMI EC13 試験波形</translation>
    </message>
    <message>
        <source>AV block</source>
        <translation>房室ブロック</translation>
    </message>
    <message>
        <source>AV block, first degree</source>
        <translation>Ⅰ度房室ブロック</translation>
    </message>
    <message>
        <source>AV block, second degree, Mobitz II</source>
        <translation>Ⅱ度房室ブロック（Mobitz Ⅱ型）</translation>
    </message>
    <message>
        <source>AV block, second degree, Wenckebach</source>
        <translation>Ⅱ度房室ブロック（Wenckebach型）</translation>
    </message>
    <message>
        <source>AV block, second or third degree</source>
        <translation>Ⅱ度またはⅢ度房室ブロック</translation>
    </message>
    <message>
        <source>AV block, third degree</source>
        <translation>Ⅲ度房室ブロック（完全房室ブロック）</translation>
    </message>
    <message>
        <source>About a day each of 18 people without significant arrhythmias; two leads.</source>
        <translation>目立った不整脈のない18人、各約1日。2誘導。</translation>
    </message>
    <message>
        <source>About twenty hours each of 15 people with severe heart failure; two leads.</source>
        <translation>重症心不全の15人、各約20時間。2誘導。</translation>
    </message>
    <message>
        <source>Adopt the new weights: on record {record} they {words}.</source>
        <translation>新しい重みを採用してください：記録{record}で、{words}。</translation>
    </message>
    <message>
        <source>After a scenario&apos;s name may stand ?seed= and a whole number, not {options!r}.</source>
        <translation>シナリオの名前の後に書けるのは?seed=と整数です：{options!r}は書けません。</translation>
    </message>
    <message>
        <source>After a stream&apos;s name may stand channels=, unit=, rate=, source_id= and host=, not {part!r}.</source>
        <translation>ストリーム名の後に書けるのはchannels=、unit=、rate=、source_id=、host=で、{part!r}は書けません。</translation>
    </message>
    <message>
        <source>After a text file&apos;s name may stand rate, unit, column and time, not {key}.</source>
        <translation>テキストファイル名の後に書けるのはrate、unit、column、timeで、{key}は書けません。</translation>
    </message>
    <message>
        <source>After {kind} stands a rate, or OPTION VALUE, not {rest!r}.</source>
        <translation>{kind}の後には心拍数か「オプション 値」を書きます：{rest!r}は書けません。</translation>
    </message>
    <message>
        <source>Agonal rhythm</source>
        <translation>死戦期調律</translation>
    </message>
    <message>
        <source>An earlier export into this folder had been broken off; what it left was cleared away.</source>
        <translation>このフォルダへの以前の書き出しが途中で終わっていたため、残っていたものを片付けました。</translation>
    </message>
    <message>
        <source>Analysis behind: alarms come late</source>
        <translation>解析の遅れ：アラームが遅れます</translation>
    </message>
    <message>
        <source>Analysis stopped: no alarm can come</source>
        <translation>解析停止：アラームは出ません</translation>
    </message>
    <message>
        <source>Apnoea</source>
        <translation>無呼吸</translation>
    </message>
    <message>
        <source>Arrhythmia</source>
        <translation>不整脈</translation>
    </message>
    <message>
        <source>Arrhythmias</source>
        <translation>不整脈</translation>
    </message>
    <message>
        <source>Artefact</source>
        <translation>アーチファクト</translation>
    </message>
    <message>
        <source>Artefact: noise or a loose electrode</source>
        <translation>アーチファクト：雑音または電極の外れ</translation>
    </message>
    <message>
        <source>Asystole</source>
        <translation>心静止</translation>
    </message>
    <message>
        <source>At least two records are needed: one to learn from, and one held out to judge by.</source>
        <translation>記録が2つ以上必要です。学習用に1つ、検証用に1つです。</translation>
    </message>
    <message>
        <source>At {dpi:g} dots an inch the picture would have {pixels:.0f} million pixels; {most:.0f} million are the most.</source>
        <translation>{dpi:g} dpiでは画像が{pixels:.0f}百万画素になります。最大は{most:.0f}百万画素です。</translation>
    </message>
    <message>
        <source>Atrial fibrillation</source>
        <translation>心房細動</translation>
    </message>
    <message>
        <source>Atrial fibrillation has ended</source>
        <translation>心房細動の停止</translation>
    </message>
    <message>
        <source>Atrial fibrillation or flutter</source>
        <translation>心房細動または心房粗動</translation>
    </message>
    <message>
        <source>Atrial flutter</source>
        <translation>心房粗動</translation>
    </message>
    <message>
        <source>Atrial premature beats</source>
        <translation>心房期外収縮</translation>
    </message>
    <message>
        <source>BIDMC Congestive Heart Failure Database</source>
        <translation>BIDMC うっ血性心不全データベース</translation>
    </message>
    <message>
        <source>Baseline wander</source>
        <translation>基線動揺</translation>
    </message>
    <message>
        <source>Bed {number}</source>
        <translation>ベッド {number}</translation>
    </message>
    <message>
        <source>Bigeminy</source>
        <translation>二段脈</translation>
    </message>
    <message>
        <source>Blood pressure high</source>
        <translation>血圧 高</translation>
    </message>
    <message>
        <source>Blood pressure low</source>
        <translation>血圧 低</translation>
    </message>
    <message>
        <source>CU Ventricular Tachyarrhythmia Database</source>
        <translation>CU 心室頻脈性不整脈データベース</translation>
    </message>
    <message>
        <source>CVP</source>
        <translation>CVP</translation>
    </message>
    <message>
        <source>Cables of left arm and leg exchanged</source>
        <translation>左手と左足の電極の付け違え</translation>
    </message>
    <message>
        <source>Cables of right and left arm exchanged</source>
        <translation>右手と左手の電極の付け違え</translation>
    </message>
    <message>
        <source>Cables of right arm and leg exchanged</source>
        <translation>右手と左足の電極の付け違え</translation>
    </message>
    <message>
        <source>Columns that are no ECG nor shown beside one were left out: {names}.</source>
        <translation>心電図でもともに表示する信号でもない列を除外しました：{names}。</translation>
    </message>
    <message>
        <source>Database {database} could not be asked for: {host} answered with status {status}.</source>
        <translation>データベース{database}を問い合わせできませんでした：{host}の応答はステータス{status}でした。</translation>
    </message>
    <message>
        <source>Database {name}</source>
        <translation>データベース{name}</translation>
    </message>
    <message>
        <source>Desaturation</source>
        <translation>酸素飽和度低下</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>ほかのプログラムが使用中です</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>診断</translation>
    </message>
    <message>
        <source>Diagnoses, 20,000</source>
        <translation>診断（2万件）</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>疑わしい</translation>
    </message>
    <message>
        <source>Doubtful signal</source>
        <translation>疑わしい信号</translation>
    </message>
    <message>
        <source>ECG-ID Database</source>
        <translation>ECG-ID データベース</translation>
    </message>
    <message>
        <source>EDF+ counts whole samples in whole seconds: at {fs:g} Hz there are none. Write WFDB or CSV.</source>
        <translation>EDF+は整数秒に整数個のサンプルが必要ですが、{fs:g} Hzではそうなりません。WFDBかCSVで書き出してください。</translation>
    </message>
    <message>
        <source>EDF+ has {most} letters for a name: {each} there.</source>
        <translation>EDF+の名前は{most}文字までのため、そこでは{each}となります。</translation>
    </message>
    <message>
        <source>Each way out has exactly one of does, answer and alarm.</source>
        <translation>出口にはdoes、answer、alarmのうち1つだけを指定します。</translation>
    </message>
    <message>
        <source>Ectopic beat</source>
        <translation>異所性拍</translation>
    </message>
    <message>
        <source>Ectopic beat?</source>
        <translation>異所性拍？</translation>
    </message>
    <message>
        <source>Ectopic pair</source>
        <translation>異所性2連発</translation>
    </message>
    <message>
        <source>Ectopic pair?</source>
        <translation>異所性2連発？</translation>
    </message>
    <message>
        <source>Ectopic run</source>
        <translation>異所性連発</translation>
    </message>
    <message>
        <source>Ectopic run?</source>
        <translation>異所性連発？</translation>
    </message>
    <message>
        <source>Eight minutes each around ventricular tachycardia, flutter or fibrillation; one lead.</source>
        <translation>心室頻拍、心室粗動、心室細動の前後各8分。1誘導。</translation>
    </message>
    <message>
        <source>Electrode motion</source>
        <translation>電極の動き</translation>
    </message>
    <message>
        <source>European ST-T Database</source>
        <translation>欧州 ST-T データベース</translation>
    </message>
    <message>
        <source>Every record is held out: none is left to learn from.</source>
        <translation>すべての記録が検証用になり、学習に使う記録が残っていません。</translation>
    </message>
    <message>
        <source>Extreme bradycardia</source>
        <translation>極端な徐脈</translation>
    </message>
    <message>
        <source>Extreme tachycardia</source>
        <translation>極端な頻脈</translation>
    </message>
    <message>
        <source>Fantasia Database</source>
        <translation>Fantasia データベース</translation>
    </message>
    <message>
        <source>Fibrillation, a day</source>
        <translation>心房細動（1日）</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>すでに存在します</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>ファイル名が長すぎます</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>ファイルが大きすぎます</translation>
    </message>
    <message>
        <source>First two leads exchanged</source>
        <translation>第1・第2の誘導の入れ替わり</translation>
    </message>
    <message>
        <source>Flat line</source>
        <translation>平坦な信号</translation>
    </message>
    <message>
        <source>For teaching and research. Not a medical device.</source>
        <translation>教育・研究用です。医療機器ではありません。</translation>
    </message>
    <message>
        <source>Forecast missed</source>
        <translation>予測の外れ</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>感度</translation>
    </message>
    <message>
        <source>Half-hour recordings with sustained ventricular tachycardia, flutter and fibrillation.</source>
        <translation>持続性心室頻拍、心室粗動、心室細動を含む30分記録。</translation>
    </message>
    <message>
        <source>Healthy hearts</source>
        <translation>健常者</translation>
    </message>
    <message>
        <source>Heart failure</source>
        <translation>心不全</translation>
    </message>
    <message>
        <source>Heart rate high</source>
        <translation>心拍数 高</translation>
    </message>
    <message>
        <source>Heart rate low</source>
        <translation>心拍数 低</translation>
    </message>
    <message>
        <source>Held out: {n} of {of} recordings, {share:.0%} of their length ({why}).</source>
        <translation>検証用：記録{of}件のうち{n}件、長さの{share:.0%}（{why}）。</translation>
    </message>
    <message>
        <source>Holter recordings of people whose heart stopped during them; up to a day each.</source>
        <translation>記録中に心停止となった人のホルター心電図。各最長1日。</translation>
    </message>
    <message>
        <source>How long “{part}” lasts is not said: write “{part} for 15 s”.</source>
        <translation>「{part}」の長さが書かれていません。「{part} for 15 s」のように書いてください。</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>個人識別</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>入出力エラーです</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>無効な指定です</translation>
    </message>
    <message>
        <source>Inverted T waves</source>
        <translation>陰性T波</translation>
    </message>
    <message>
        <source>Irregular: AF?</source>
        <translation>不整：AF？</translation>
    </message>
    <message>
        <source>Irregular: atrial fibrillation</source>
        <translation>不整：心房細動</translation>
    </message>
    <message>
        <source>Irregular: atrial fibrillation?</source>
        <translation>不整：心房細動？</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>フォルダです</translation>
    </message>
    <message>
        <source>It cannot be read: {why}.</source>
        <translation>読み込めません：{why}。</translation>
    </message>
    <message>
        <source>It could not be set aside ({why}).</source>
        <translation>別名で残せませんでした（{why}）。</translation>
    </message>
    <message>
        <source>It could not be set aside ({why}); no marks are kept.</source>
        <translation>別名で残せませんでした（{why}）。印は保存されません。</translation>
    </message>
    <message>
        <source>It is no text in UTF-8.</source>
        <translation>UTF-8のテキストではありません。</translation>
    </message>
    <message>
        <source>It now lies in {aside}, and new marks begin without it.</source>
        <translation>{aside}に退避し、印は新しく始まります。</translation>
    </message>
    <message>
        <source>It now lies in {aside}.</source>
        <translation>{aside}に退避しました。</translation>
    </message>
    <message>
        <source>Its alarms (asystole, ventricular tachycardia, flutter or fibrillation, a heart rate that is too high or too low, and the others) behave like those of a bedside monitor and are there to learn from: they come late, err, and may not be relied on.</source>
        <translation>本プログラムのアラーム（心静止、心室頻拍、心室粗動・細動、心拍数の高低など）はベッドサイドモニターのように振る舞いますが、学習のためのものです。遅れたり誤ったりするため、頼ってはいけません。</translation>
    </message>
    <message>
        <source>Its tables lie too deep within each other.</source>
        <translation>テーブルの入れ子が深すぎます。</translation>
    </message>
    <message>
        <source>Keep the present weights: on record {record} the new ones {words}.</source>
        <translation>今の重みを残してください：記録{record}で、新しい重みは{words}。</translation>
    </message>
    <message>
        <source>Keep the present weights: record {record} has no annotations, so nothing says whether the new ones are better.</source>
        <translation>今の重みを残してください：記録{record}にはアノテーションがなく、新しい重みのほうがよいかどうかを示すものがありません。</translation>
    </message>
    <message>
        <source>Kept as a test: nothing of its annotations was looked at</source>
        <translation>試験用に取り置き：アノテーションは一切見ていません</translation>
    </message>
    <message>
        <source>Lead off</source>
        <translation>電極外れ</translation>
    </message>
    <message>
        <source>Lead off: flat line</source>
        <translation>電極外れ：平坦な信号</translation>
    </message>
    <message>
        <source>Leads are named with commas between, each once, not {leads!r}.</source>
        <translation>誘導はコンマで区切って1回ずつ指定します：{leads!r}は使えません。</translation>
    </message>
    <message>
        <source>Left bundle branch block</source>
        <translation>左脚ブロック</translation>
    </message>
    <message>
        <source>Left out: {record}. {why}</source>
        <translation>除外：{record}。{why}</translation>
    </message>
    <message>
        <source>Limits of waves</source>
        <translation>波の始点と終点</translation>
    </message>
    <message>
        <source>Line {number} of {name} of the alarm log was left out: {error}.</source>
        <translation>アラーム履歴{name}の{number}行目を除外しました：{error}。</translation>
    </message>
    <message>
        <source>Lobachevsky University Electrocardiography Database</source>
        <translation>ロバチェフスキー大学 心電図データベース</translation>
    </message>
    <message>
        <source>Long QT</source>
        <translation>QT延長</translation>
    </message>
    <message>
        <source>Long Term AF Database</source>
        <translation>長期AFデータベース</translation>
    </message>
    <message>
        <source>Long Term ST Database</source>
        <translation>長期STデータベース</translation>
    </message>
    <message>
        <source>Long recordings</source>
        <translation>長時間記録</translation>
    </message>
    <message>
        <source>Long-term</source>
        <translation>長期記録</translation>
    </message>
    <message>
        <source>Looking again</source>
        <translation>再確認中</translation>
    </message>
    <message>
        <source>MIT-BIH Arrhythmia Database</source>
        <translation>MIT-BIH 不整脈データベース</translation>
    </message>
    <message>
        <source>MIT-BIH Atrial Fibrillation Database</source>
        <translation>MIT-BIH 心房細動データベース</translation>
    </message>
    <message>
        <source>MIT-BIH Long-Term ECG Database</source>
        <translation>MIT-BIH 長期心電図データベース</translation>
    </message>
    <message>
        <source>MIT-BIH Malignant Ventricular Ectopy Database</source>
        <translation>MIT-BIH 悪性心室不整脈データベース</translation>
    </message>
    <message>
        <source>MIT-BIH Noise Stress Test Database</source>
        <translation>MIT-BIH ノイズ負荷試験データベース</translation>
    </message>
    <message>
        <source>MIT-BIH Normal Sinus Rhythm Database</source>
        <translation>MIT-BIH 正常洞調律データベース</translation>
    </message>
    <message>
        <source>MIT-BIH ST Change Database</source>
        <translation>MIT-BIH ST変化データベース</translation>
    </message>
    <message>
        <source>MIT-BIH Supraventricular Arrhythmia Database</source>
        <translation>MIT-BIH 上室性不整脈データベース</translation>
    </message>
    <message>
        <source>MIT-BIH record 208, lead MLII, 19:35 to 24:35 (the demo that comes with the program)</source>
        <translation>MIT-BIHの記録208、誘導MLII、19:35から24:35まで（同梱のデモ）</translation>
    </message>
    <message>
        <source>MIT-BIH record {name}, {minute}:{second:02d}</source>
        <translation>MIT-BIH記録{name}、{minute}:{second:02d}</translation>
    </message>
    <message>
        <source>MIT-BIH records of DS1</source>
        <translation>MIT-BIHのDS1の記録</translation>
    </message>
    <message>
        <source>Mains, 50 Hz</source>
        <translation>商用電源 50 Hz</translation>
    </message>
    <message>
        <source>Mains, 60 Hz</source>
        <translation>商用電源 60 Hz</translation>
    </message>
    <message>
        <source>Malignant arrhythmias</source>
        <translation>悪性不整脈</translation>
    </message>
    <message>
        <source>Minutes of a record begin at 0 s or later, within a day.</source>
        <translation>記録の区間は0秒以降、1日以内に始まります。</translation>
    </message>
    <message>
        <source>Mixed patients</source>
        <translation>さまざまな患者</translation>
    </message>
    <message>
        <source>Monitors’ standard</source>
        <translation>モニターの規格</translation>
    </message>
    <message>
        <source>Muscle noise</source>
        <translation>筋電ノイズ</translation>
    </message>
    <message>
        <source>NIBP diastolic</source>
        <translation>NIBP 拡張期</translation>
    </message>
    <message>
        <source>NIBP mean</source>
        <translation>NIBP 平均</translation>
    </message>
    <message>
        <source>NIBP systolic</source>
        <translation>NIBP 収縮期</translation>
    </message>
    <message>
        <source>Name at least one learner.</source>
        <translation>受講者を1人以上指定してください。</translation>
    </message>
    <message>
        <source>Name databases or records to learn from, not both: --databases goes without them.</source>
        <translation>学習に使うデータベースか記録のどちらか一方を指定してください。--databasesは記録と併用できません。</translation>
    </message>
    <message>
        <source>Neither an ECG nor shown beside one, and left out: {names} and {n} more.</source>
        <translation>心電図でもともに表示する信号でもないため除外しました：{names}、ほか{n}件。</translation>
    </message>
    <message>
        <source>Neither an ECG nor shown beside one, and left out: {names}.</source>
        <translation>心電図でもともに表示する信号でもないため除外しました：{names}。</translation>
    </message>
    <message>
        <source>New form</source>
        <translation>新しい波形</translation>
    </message>
    <message>
        <source>New usual form</source>
        <translation>新しい通常波形</translation>
    </message>
    <message>
        <source>No bed of the ward could be opened.</source>
        <translation>病棟のどのベッドも開けませんでした。</translation>
    </message>
    <message>
        <source>No figure</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>No label in {file} says ECG: {names} was taken for it by its unit.</source>
        <translation>{file}に心電図と書かれたラベルがないため、単位から{names}を心電図とみなしました。</translation>
    </message>
    <message>
        <source>No lead can be analysed</source>
        <translation>解析できる誘導がありません</translation>
    </message>
    <message>
        <source>No record was named.</source>
        <translation>記録が指定されていません。</translation>
    </message>
    <message>
        <source>No recording in {data} can be learnt from.</source>
        <translation>{data}には学習に使える記録がありません。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>空き容量がありません</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>ファイルまたはフォルダがありません</translation>
    </message>
    <message>
        <source>No way leads to the step {name!r}.</source>
        <translation>段階{name!r}に至る道がありません。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Noise alone, without a heart: {noise}; its amplitude is not calibrated</source>
        <translation>心電図のない雑音だけの記録：{noise}。振幅は較正されていません</translation>
    </message>
    <message>
        <source>Noise: no alarm from this lead</source>
        <translation>雑音：この誘導からはアラームが出ません</translation>
    </message>
    <message>
        <source>Normal rhythm</source>
        <translation>正常リズム</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>フォルダではありません</translation>
    </message>
    <message>
        <source>Not redrawn</source>
        <translation>再構成できず</translation>
    </message>
    <message>
        <source>Nothing leads out of this step: it needs lasts_s, or on.</source>
        <translation>この段階から出る道がありません。lasts_sかonが必要です。</translation>
    </message>
    <message>
        <source>Nothing may be written into {folder}.</source>
        <translation>{folder}には書き込めません。</translation>
    </message>
    <message>
        <source>Nothing of {name} was watched yet.</source>
        <translation>{name}はまだ何も見ていません。</translation>
    </message>
    <message>
        <source>Nothing was watched between {start_s:g} s and {stop}.</source>
        <translation>{start_s:g}秒から{stop}までは何も見ていません。</translation>
    </message>
    <message>
        <source>Of {rest} more of its signals and segments alike.</source>
        <translation>ほかの{rest}件の信号とセグメントも同様です。</translation>
    </message>
    <message>
        <source>One of its values cannot be read: {why}.</source>
        <translation>読み込めない値があります：{why}。</translation>
    </message>
    <message>
        <source>Only the first {most} of {n} leads were read.</source>
        <translation>{n}誘導のうち最初の{most}誘導だけを読みました。</translation>
    </message>
    <message>
        <source>Only the first {most} of {n} signals beside the ECG were read.</source>
        <translation>心電図以外の信号{n}件のうち最初の{most}件だけを読みました。</translation>
    </message>
    <message>
        <source>Onset of fibrillation</source>
        <translation>心房細動の発症</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>許可されていません</translation>
    </message>
    <message>
        <source>Options belong to a patient; this step names none.</source>
        <translation>オプションは患者に付けるものですが、この段階には患者がありません。</translation>
    </message>
    <message>
        <source>Options of a patient are NAME=VALUE, each once, with &amp; between them, not {part!r}.</source>
        <translation>患者のオプションは「名前=値」を1回ずつ、&amp;で区切って書きます：{part!r}は書けません。</translation>
    </message>
    <message>
        <source>PAP diastolic</source>
        <translation>PAP 拡張期</translation>
    </message>
    <message>
        <source>PAP mean</source>
        <translation>PAP 平均</translation>
    </message>
    <message>
        <source>PAP systolic</source>
        <translation>PAP 収縮期</translation>
    </message>
    <message>
        <source>PTB Diagnostic ECG Database</source>
        <translation>PTB 診断心電図データベース</translation>
    </message>
    <message>
        <source>PTB-XL, a large publicly available electrocardiography dataset</source>
        <translation>PTB-XL 大規模公開心電図データセット</translation>
    </message>
    <message>
        <source>PVCs</source>
        <translation>PVC</translation>
    </message>
    <message>
        <source>PVCs a minute</source>
        <translation>1分間のPVC数</translation>
    </message>
    <message>
        <source>Paced</source>
        <translation>ペーシング</translation>
    </message>
    <message>
        <source>Paced rhythm</source>
        <translation>ペースメーカ調律</translation>
    </message>
    <message>
        <source>Pacemaker failing to capture</source>
        <translation>ペーシング不全（捕捉不全）</translation>
    </message>
    <message>
        <source>Pacemaker failing to sense</source>
        <translation>センシング不全</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>休止</translation>
    </message>
    <message>
        <source>Peaked T waves</source>
        <translation>尖鋭T波</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>アクセス権がありません</translation>
    </message>
    <message>
        <source>Polarity turned</source>
        <translation>極性の反転</translation>
    </message>
    <message>
        <source>Premature beat</source>
        <translation>早期収縮</translation>
    </message>
    <message>
        <source>Premature beat?</source>
        <translation>早期収縮？</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脈拍</translation>
    </message>
    <message>
        <source>Pulse differs from heart rate</source>
        <translation>脈拍数と心拍数の不一致</translation>
    </message>
    <message>
        <source>Pulse high</source>
        <translation>脈拍数 高</translation>
    </message>
    <message>
        <source>Pulse low</source>
        <translation>脈拍数 低</translation>
    </message>
    <message>
        <source>QT Database</source>
        <translation>QTデータベース</translation>
    </message>
    <message>
        <source>QT intervals</source>
        <translation>QT間隔</translation>
    </message>
    <message>
        <source>RR varies by {change:.0f} % from beat to beat, {wave}</source>
        <translation>RR間隔が拍ごとに{change:.0f} %変動、{wave}</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>書き込みできない場所です</translation>
    </message>
    <message>
        <source>Received from the network since {at} UTC.</source>
        <translation>{at}（UTC）からネットワークで受信。</translation>
    </message>
    <message>
        <source>Record {name}</source>
        <translation>記録{name}</translation>
    </message>
    <message>
        <source>Record {name} has no annotations to hold scores against.</source>
        <translation>記録{name}には、スコアと照らし合わせるアノテーションがありません。</translation>
    </message>
    <message>
        <source>Record {name} has no annotations to take beats from.</source>
        <translation>記録{name}には拍のアノテーションがありません。</translation>
    </message>
    <message>
        <source>Record {name} has no annotations, and only {n} beats were found in its lead {leads}: too few to learn from.</source>
        <translation>記録{name}にはアノテーションがなく、誘導{leads}から検出できた拍は{n}拍だけで、学習には足りません。</translation>
    </message>
    <message>
        <source>Record {name} has no annotations.</source>
        <translation>記録{name}にはアノテーションがありません。</translation>
    </message>
    <message>
        <source>Record {name} has no annotations: {n} beats found and taken as normal, but for {outliers} outliers (some by more than one sign: {shape} by shape, {height} by height, {rhythm} by rhythm).</source>
        <translation>記録{name}にはアノテーションがないため、検出した{n}拍を正常とみなしました。外れ値{outliers}拍を除きます（複数の理由を含む：形{shape}、高さ{height}、リズム{rhythm}）。</translation>
    </message>
    <message>
        <source>Record {name} is of none of the databases.</source>
        <translation>記録{name}はどのデータベースのものでもありません。</translation>
    </message>
    <message>
        <source>Record {name} is {size:,.0f} MB large, and more than {limit:.0f} MB are fetched only when asked for: --large says so.</source>
        <translation>記録{name}の大きさは{size:,.0f} MBです。{limit:.0f} MBを超えるものは、--largeで指定したときだけ取得します。</translation>
    </message>
    <message>
        <source>Record {name} of PhysioNet&apos;s database {database}</source>
        <translation>PhysioNetのデータベース{database}の記録{name}</translation>
    </message>
    <message>
        <source>Record {name} of the {database}, {licence}</source>
        <translation>{database}の記録{name}、{licence}</translation>
    </message>
    <message>
        <source>Record {name} was refused: {path} is not the published file (its SHA-256 differs).</source>
        <translation>記録{name}を受け付けませんでした：{path}は公開されたファイルではありません（SHA-256が異なります）。</translation>
    </message>
    <message>
        <source>Record {name}: {used} of {n} marks lie at a beat and are followed.</source>
        <translation>記録{name}：印{n}件中{used}件が拍の位置にあり、学習に使います。</translation>
    </message>
    <message>
        <source>Record {name}: {warning}</source>
        <translation>記録{name}：{warning}</translation>
    </message>
    <message>
        <source>Record {number} is not complete in {folder}.</source>
        <extracomment>Environment variable that names a local mirror: a folder with ``mitdb/``, ``svdb/``, ``mnist/``, … Mirrors of MNIST; the original host no longer serves it.</extracomment>
        <translation>{folder}の記録{number}は完全ではありません。</translation>
    </message>
    <message>
        <source>Record {record} from {start:g} s</source>
        <translation>記録{record}、{start:g}秒から</translation>
    </message>
    <message>
        <source>Record {stem} cannot be fetched: its database lists no file {name}.</source>
        <translation>記録{stem}を取得できません：データベースの一覧にファイル{name}がありません。</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>記録の停止</translation>
    </message>
    <message>
        <source>Respiration</source>
        <translation>呼吸</translation>
    </message>
    <message>
        <source>Respiration rate high</source>
        <translation>呼吸数 高</translation>
    </message>
    <message>
        <source>Respiration rate low</source>
        <translation>呼吸数 低</translation>
    </message>
    <message>
        <source>Rhythmic motion, as from brushing teeth</source>
        <translation>歯みがきのような周期的な動き</translation>
    </message>
    <message>
        <source>Right bundle branch block</source>
        <translation>右脚ブロック</translation>
    </message>
    <message>
        <source>ST and T</source>
        <translation>STとT</translation>
    </message>
    <message>
        <source>ST changes, a day</source>
        <translation>ST変化（1日）</translation>
    </message>
    <message>
        <source>ST depression, lateral</source>
        <translation>側壁のST低下</translation>
    </message>
    <message>
        <source>ST elevation, inferior</source>
        <translation>下壁のST上昇</translation>
    </message>
    <message>
        <source>ST, exercise</source>
        <translation>ST、運動負荷</translation>
    </message>
    <message>
        <source>SVDB half for fits</source>
        <extracomment>How the field, and this project, divide the databases.</extracomment>
        <translation>SVDBの学習用の半分</translation>
    </message>
    <message>
        <source>SVDB half kept as a test</source>
        <translation>SVDBの試験用に取り置いた半分</translation>
    </message>
    <message>
        <source>SVT</source>
        <translation>SVT</translation>
    </message>
    <message>
        <source>Seven recordings of 14 to 22 hours, every beat annotated.</source>
        <translation>14～22時間の記録7件。全拍にアノテーション。</translation>
    </message>
    <message>
        <source>Short ventricular runs</source>
        <translation>心室期外収縮の短い連発</translation>
    </message>
    <message>
        <source>Signal at its limit</source>
        <translation>信号の振り切れ</translation>
    </message>
    <message>
        <source>Signal lost</source>
        <translation>信号の消失</translation>
    </message>
    <message>
        <source>Signal too large</source>
        <translation>信号が大きすぎる</translation>
    </message>
    <message>
        <source>Signal too small</source>
        <translation>信号が小さすぎる</translation>
    </message>
    <message>
        <source>Simulated.</source>
        <translation>模擬信号。</translation>
    </message>
    <message>
        <source>Simulated: {what}</source>
        <translation>模擬：{what}</translation>
    </message>
    <message>
        <source>Simulated: {what}.</source>
        <translation>模擬：{what}。</translation>
    </message>
    <message>
        <source>Since the last breath</source>
        <translation>最後の呼吸から</translation>
    </message>
    <message>
        <source>Sinus</source>
        <translation>洞調律</translation>
    </message>
    <message>
        <source>Sinus rhythm</source>
        <translation>洞調律</translation>
    </message>
    <message>
        <source>SpO2</source>
        <translation>SpO₂</translation>
    </message>
    <message>
        <source>SpO2 high</source>
        <translation>SpO₂ 高</translation>
    </message>
    <message>
        <source>SpO2 low</source>
        <translation>SpO₂ 低</translation>
    </message>
    <message>
        <source>St Petersburg INCART 12-lead Arrhythmia Database</source>
        <translation>サンクトペテルブルクINCART 12誘導不整脈データベース</translation>
    </message>
    <message>
        <source>Standard output could not be written: its text holds half a character.</source>
        <translation>標準出力に書き込めませんでした：文字の断片が含まれています。</translation>
    </message>
    <message>
        <source>Standard output could not be written: {why}.</source>
        <translation>標準出力に書き込めませんでした：{why}。</translation>
    </message>
    <message>
        <source>Step {name!r}: {error}</source>
        <translation>段階{name!r}：{error}</translation>
    </message>
    <message>
        <source>Streams of the network need pylsl, which is not installed: {how}.</source>
        <translation>ネットワークのストリームにはpylslが必要ですが、入っていません：{how}。</translation>
    </message>
    <message>
        <source>Streams of the network need the library liblsl, which cannot be used here ({why}); {how} brings one on most machines.</source>
        <translation>ネットワークのストリームにはライブラリliblslが必要ですが、ここでは使えません（{why}）。多くの環境では{how}で入ります。</translation>
    </message>
    <message>
        <source>Sudden Cardiac Death Holter Database</source>
        <translation>心臓突然死ホルターデータベース</translation>
    </message>
    <message>
        <source>Sudden death</source>
        <translation>突然死</translation>
    </message>
    <message>
        <source>Supraventricular</source>
        <translation>上室性</translation>
    </message>
    <message>
        <source>Supraventricular pair</source>
        <translation>上室性2連発</translation>
    </message>
    <message>
        <source>Supraventricular pair?</source>
        <translation>上室性2連発？</translation>
    </message>
    <message>
        <source>Supraventricular run</source>
        <translation>上室性連発</translation>
    </message>
    <message>
        <source>Supraventricular run?</source>
        <translation>上室性連発？</translation>
    </message>
    <message>
        <source>Supraventricular tachycardia</source>
        <translation>上室頻拍</translation>
    </message>
    <message>
        <source>T-Wave Alternans Challenge Database</source>
        <translation>T波交互脈チャレンジデータベース</translation>
    </message>
    <message>
        <source>T-wave alternans</source>
        <translation>T波交互脈</translation>
    </message>
    <message>
        <source>Ten hours each of 25 people with atrial fibrillation, mostly in attacks; two leads.</source>
        <translation>心房細動（多くは発作性）の25人、各10時間。2誘導。</translation>
    </message>
    <message>
        <source>Ten seconds of twelve leads of 200 people, with the waves&apos; beginnings and ends.</source>
        <translation>200人の12誘導各10秒。波の始点と終点の印つき。</translation>
    </message>
    <message>
        <source>Ten seconds of twelve leads, more than twenty thousand times, each with its diagnoses.</source>
        <translation>12誘導10秒の記録2万件以上。それぞれに診断つき。</translation>
    </message>
    <message>
        <source>Ten short signals with which the standard for cardiac monitors tests them.</source>
        <translation>心電図モニターの規格が試験に用いる短い信号10件。</translation>
    </message>
    <message>
        <source>Tests of detectors</source>
        <translation>検出器の試験</translation>
    </message>
    <message>
        <source>The alarm log in {folder} cannot be read: {why}.</source>
        <translation>{folder}のアラーム履歴を読み込めません：{why}。</translation>
    </message>
    <message>
        <source>The alarm log in {folder} cannot be written: {why}.</source>
        <translation>{folder}のアラーム履歴に書き込めません：{why}。</translation>
    </message>
    <message>
        <source>The alarm log in {folder} lacks a line: {error}.</source>
        <translation>{folder}のアラーム履歴に1行書き込めませんでした：{error}。</translation>
    </message>
    <message>
        <source>The alarm {key} cannot be turned off.</source>
        <translation>アラーム{key}はオフにできません。</translation>
    </message>
    <message>
        <source>The amount of the artefact {kind} must be a number, not {text!r}.</source>
        <translation>アーチファクト{kind}の強さは数値でなければなりません：{text!r}は使えません。</translation>
    </message>
    <message>
        <source>The amount of the artefact {kind} must be from {least:g} to {most:g} ({unit}), not {amount:g}.</source>
        <translation>アーチファクト{kind}の強さは{least:g}～{most:g}（{unit}）でなければなりません（{amount:g}になっています）。</translation>
    </message>
    <message>
        <source>The analysis of bed {number} stopped: {error}</source>
        <translation>ベッド{number}の解析が停止しました：{error}</translation>
    </message>
    <message>
        <source>The annotations in {file} were left out: {why}.</source>
        <translation>{file}のアノテーションを除外しました：{why}。</translation>
    </message>
    <message>
        <source>The annotations in {name} were left out: {why}.</source>
        <translation>{name}のアノテーションを除外しました：{why}。</translation>
    </message>
    <message>
        <source>The artefact {kind} cannot be in a signal of {fs:g} samples a second.</source>
        <translation>アーチファクト{kind}は毎秒{fs:g}サンプルの信号には加えられません。</translation>
    </message>
    <message>
        <source>The artefact {kind} changes nothing in {names}.</source>
        <translation>アーチファクト{kind}は{names}では何も変わりません。</translation>
    </message>
    <message>
        <source>The artefact {kind} is added to leads of the ECG, not to {other}.</source>
        <translation>アーチファクト{kind}は心電図の誘導に加えるもので、{other}には加えられません。</translation>
    </message>
    <message>
        <source>The artefact {kind} is of all leads: none can be chosen.</source>
        <translation>アーチファクト{kind}はすべての誘導に及ぶため、誘導は選べません。</translation>
    </message>
    <message>
        <source>The artefact {kind} is there or not: it has no amount, such as {amount:g}.</source>
        <translation>アーチファクト{kind}はあるかないかだけで、{amount:g}のような強さはありません。</translation>
    </message>
    <message>
        <source>The artefact {kind} must end after it begins, not {place} s.</source>
        <translation>アーチファクト{kind}の終わりは始まりより後でなければなりません（{place}秒になっています）。</translation>
    </message>
    <message>
        <source>The artefact {kind} needs a lead; leave leads out for all of them.</source>
        <translation>アーチファクト{kind}には誘導が必要です。すべての誘導に加えるときは誘導を省いてください。</translation>
    </message>
    <message>
        <source>The artefact {kind} needs limb leads, such as II.</source>
        <translation>アーチファクト{kind}にはIIなどの四肢誘導が必要です。</translation>
    </message>
    <message>
        <source>The artefact {kind} needs two leads of the ECG.</source>
        <translation>アーチファクト{kind}には心電図の誘導が2つ必要です。</translation>
    </message>
    <message>
        <source>The beat autoencoder needs at least two records, to score each by the other&apos;s fit.</source>
        <translation>拍のオートエンコーダには、互いの学習結果で採点するため記録が2つ以上必要です。</translation>
    </message>
    <message>
        <source>The catalogue of records is missing from this installation.</source>
        <translation>このインストールには記録のカタログがありません。</translation>
    </message>
    <message>
        <source>The comparison needs {least:.0f} s of signal.</source>
        <translation>比較には{least:.0f}秒の信号が必要です。</translation>
    </message>
    <message>
        <source>The demo record is missing from this installation.</source>
        <extracomment>SHA-256 of the excerpt; see data/SOURCE.md. Samples per second, in Hz. Samples of the excerpt: 300 s. Where the excerpt begins in record 208, in samples: 19 min 34.5 s (SciPy&apos;s documentation rounds to 19:35). ADC value of 0 mV in the excerpt. ADC units per mV.</extracomment>
        <translation>このインストールにはデモ記録がありません。</translation>
    </message>
    <message>
        <source>The demo record of this installation cannot be read.</source>
        <translation>このインストールのデモ記録を読み込めません。</translation>
    </message>
    <message>
        <source>The demo record of this installation is damaged (its SHA-256 differs).</source>
        <translation>このインストールのデモ記録は壊れています（SHA-256が異なります）。</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>書き出しを中止しました。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>The figures beside the record were left out: {why}</source>
        <translation>記録に付属する数値を除外しました：{why}</translation>
    </message>
    <message>
        <source>The first step needs a patient or a record.</source>
        <translation>最初の段階には患者か記録が必要です。</translation>
    </message>
    <message>
        <source>The fit is kept in {kept}: the same command goes on from there.</source>
        <translation>学習の途中経過を{kept}に残しました。同じコマンドで続きから再開できます。</translation>
    </message>
    <message>
        <source>The folder {data} holds no recording: there is no *.hea, *.edf or *.bdf in it or below, nor a text file of numbers.</source>
        <translation>フォルダ{data}に記録がありません：その中にも下にも*.hea、*.edf、*.bdfがなく、数値のテキストファイルもありません。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {why}.</source>
        <translation>フォルダ{folder}を作れません：{why}。</translation>
    </message>
    <message>
        <source>The header of record {name} does not describe the patient.</source>
        <translation>記録{name}のヘッダに患者の記載がありません。</translation>
    </message>
    <message>
        <source>The held-out records hold no normal rhythm to set a threshold on.</source>
        <translation>検証用の記録に、しきい値を決めるための正常リズムがありません。</translation>
    </message>
    <message>
        <source>The kept limits of alarms are no JSON.</source>
        <translation>保存されたアラーム設定値がJSONではありません。</translation>
    </message>
    <message>
        <source>The kept limits of alarms have a limit that is not known.</source>
        <translation>保存されたアラーム設定値に未知の項目があります。</translation>
    </message>
    <message>
        <source>The kept limits of alarms have not the parts &apos;limits&apos; and &apos;off&apos;.</source>
        <translation>保存されたアラーム設定値に&apos;limits&apos;と&apos;off&apos;の部分がありません。</translation>
    </message>
    <message>
        <source>The kept limits of alarms turn off what cannot be turned off.</source>
        <translation>保存されたアラーム設定値で、オフにできないアラームがオフになっています。</translation>
    </message>
    <message>
        <source>The key {key!r}</source>
        <translation>キー{key!r}</translation>
    </message>
    <message>
        <source>The key {key!r} has 1 to 60 characters.</source>
        <translation>キー{key!r}は1～60文字です。</translation>
    </message>
    <message>
        <source>The key {key!r} has at most {most} characters.</source>
        <translation>キー{key!r}は{most}文字までです。</translation>
    </message>
    <message>
        <source>The key {key!r} is from {least:g} to {most:g}.</source>
        <translation>キー{key!r}は{least:g}から{most:g}までです。</translation>
    </message>
    <message>
        <source>The key {key!r} is missing here.</source>
        <translation>ここにキー{key!r}がありません。</translation>
    </message>
    <message>
        <source>The last line of {name} of the alarm log is torn, as by a crash, and was left out.</source>
        <translation>アラーム履歴{name}の最後の行が異常終了などで途切れているため、除外しました。</translation>
    </message>
    <message>
        <source>The library liblsl is too old ({found}); {how} brings a newer one.</source>
        <translation>ライブラリliblslが古すぎます（{found}）。{how}で新しいものが入ります。</translation>
    </message>
    <message>
        <source>The limit {lower} ({at:g}) must not be above {upper} ({highest:g}).</source>
        <translation>設定値{lower}（{at:g}）は{upper}（{highest:g}）を超えられません。</translation>
    </message>
    <message>
        <source>The limit {name} must be above 0, not {value!r}.</source>
        <translation>設定値{name}は0より大きくなければなりません（{value!r}になっています）。</translation>
    </message>
    <message>
        <source>The limit {name} must be {kind}, not {value!r}.</source>
        <translation>設定値{name}は{kind}でなければなりません（{value!r}になっています）。</translation>
    </message>
    <message>
        <source>The limit {name} must be {least} or more, not {at}.</source>
        <translation>設定値{name}は{least}以上でなければなりません（{at}になっています）。</translation>
    </message>
    <message>
        <source>The list of downloadable files is missing from this installation.</source>
        <translation>このインストールにはダウンロードできるファイルの一覧がありません。</translation>
    </message>
    <message>
        <source>The marks could not be kept in {path}: {why}.</source>
        <translation>印を{path}に保存できませんでした：{why}。</translation>
    </message>
    <message>
        <source>The marks could not be kept: another program is writing {path}.</source>
        <translation>印を保存できませんでした：ほかのプログラムが{path}に書き込み中です。</translation>
    </message>
    <message>
        <source>The marks could not be kept: {error}</source>
        <translation>印を保存できませんでした：{error}</translation>
    </message>
    <message>
        <source>The name of a WFDB record has letters, digits, - and _ alone: {stem!r} has others.</source>
        <translation>WFDB記録の名前に使えるのは英字、数字、-、_だけです：{stem!r}にはほかの文字があります。</translation>
    </message>
    <message>
        <source>The name {name}… has more than {most} characters.</source>
        <translation>名前「{name}…」が{most}文字を超えています。</translation>
    </message>
    <message>
        <source>The new weights are as good as the present ones: no figure differs by more than chance on record {record}.</source>
        <translation>新しい重みは今の重みと同等です：記録{record}では、どの数値の差も偶然の範囲内です。</translation>
    </message>
    <message>
        <source>The option vitals of a patient is yes or no, not {yes!r}.</source>
        <translation>患者のオプションvitalsはyesかnoです：{yes!r}は使えません。</translation>
    </message>
    <message>
        <source>The option {name} of a patient is {kind} from {least:.12g} to {most:.12g}, not {text!r}.</source>
        <translation>患者のオプション{name}は{least:.12g}～{most:.12g}の{kind}です：{text!r}は使えません。</translation>
    </message>
    <message>
        <source>The option {name} of a patient must be a number, not {text!r}.</source>
        <translation>患者のオプション{name}は数値でなければなりません：{text!r}は使えません。</translation>
    </message>
    <message>
        <source>The option {option} of the patient {name} must be a whole number from {least:g} to {most:g} ({unit}), not {value:g}.</source>
        <translation>患者{name}のオプション{option}は{least:g}～{most:g}（{unit}）の整数でなければなりません（{value:g}になっています）。</translation>
    </message>
    <message>
        <source>The option {option} of the patient {name} must be from {least:g} to {most:g} ({unit}), not {value:g}.</source>
        <translation>患者{name}のオプション{option}は{least:g}～{most:g}（{unit}）でなければなりません（{value:g}になっています）。</translation>
    </message>
    <message>
        <source>The patient {name} has no option {option!r}; {there}.</source>
        <translation>患者{name}にオプション{option!r}はありません。{there}。</translation>
    </message>
    <message>
        <source>The rate of a stream is {least:g} to {most:g} Hz, not {rate!r}.</source>
        <translation>ストリームのサンプリング周波数は{least:g}～{most:g} Hzです：{rate!r}は使えません。</translation>
    </message>
    <message>
        <source>The recording of {name} beside {folder} did not become one record.</source>
        <translation>{folder}の隣の{name}の収録が1つの記録になりませんでした。</translation>
    </message>
    <message>
        <source>The recording was not ended as it should be: {error}</source>
        <translation>収録を正しく終了できませんでした：{error}</translation>
    </message>
    <message>
        <source>The records hold no stretch of normal rhythm long enough to learn from.</source>
        <translation>記録には学習に足りる長さの正常リズムの区間がありません。</translation>
    </message>
    <message>
        <source>The records hold too few normal beats to learn from.</source>
        <translation>記録の正常拍が少なすぎて学習できません。</translation>
    </message>
    <message>
        <source>The right answer is one of {names}, not {right!r}.</source>
        <translation>正解は{names}のいずれかです：{right!r}ではありません。</translation>
    </message>
    <message>
        <source>The samples of {name} differ from the checksum in {file}, so the file may be damaged.</source>
        <translation>{name}のサンプルが{file}のチェックサムと一致しないため、ファイルが壊れている可能性があります。</translation>
    </message>
    <message>
        <source>The sampling frequency is from {least:g} to {most:g} Hz.</source>
        <translation>サンプリング周波数は{least:g}～{most:g} Hzです。</translation>
    </message>
    <message>
        <source>The seed is a whole number from 0 to 4294967295.</source>
        <translation>シードは0～4294967295の整数です。</translation>
    </message>
    <message>
        <source>The seed of artefacts is a whole number from 0 to {most}, not {text!r}.</source>
        <translation>アーチファクトのシードは0～{most}の整数です：{text!r}は使えません。</translation>
    </message>
    <message>
        <source>The shipped {name} is used.</source>
        <translation>付属の{name}を使います。</translation>
    </message>
    <message>
        <source>The stream {name} cannot be shown: {why}.</source>
        <translation>ストリーム{name}は表示できません：{why}。</translation>
    </message>
    <message>
        <source>The stream {name} does not say what it is ({why}).</source>
        <translation>ストリーム{name}は内容を答えません（{why}）。</translation>
    </message>
    <message>
        <source>The stream {name} has {n} channels and does not say which are an ECG; name up to {most}, as ?channels={first} (there are {labels}, …).</source>
        <translation>ストリーム{name}には{n}チャンネルあり、どれが心電図かの記載がありません。?channels={first}のように{most}個まで指定してください（{labels}…があります）。</translation>
    </message>
    <message>
        <source>The stream {name} runs at {rate:g} Hz; {least:g} to {most:g} Hz can be shown.</source>
        <translation>ストリーム{name}は{rate:g} Hzです。表示できるのは{least:g}～{most:g} Hzです。</translation>
    </message>
    <message>
        <source>The stream {name} tells no rate; say it behind its name, as ?rate=250 (Hz).</source>
        <translation>ストリーム{name}にはサンプリング周波数の記載がありません。名前の後に?rate=250（Hz）のように書いてください。</translation>
    </message>
    <message>
        <source>The stream {stream} has no channel {channel!r}; there are {there}.</source>
        <translation>ストリーム{stream}にチャンネル{channel!r}はありません。あるのは{there}です。</translation>
    </message>
    <message>
        <source>The stream {stream} tells no unit of {channel}; say it behind its name, as ?unit=uV.</source>
        <translation>ストリーム{stream}の{channel}には単位の記載がありません。名前の後に?unit=uVのように書いてください。</translation>
    </message>
    <message>
        <source>The strip in {file} cannot be shown: it is damaged.</source>
        <translation>{file}の波形を表示できません：壊れています。</translation>
    </message>
    <message>
        <source>The strip in {file} cannot be shown: {why}.</source>
        <translation>{file}の波形を表示できません：{why}。</translation>
    </message>
    <message>
        <source>The threshold is set on normal rhythm after the first {learn_s:.0f} minutes of what is held out, and there is none in {told}: hold out a longer recording.</source>
        <translation>しきい値は検証用の記録の最初の{learn_s:.0f}分より後の正常リズムで決めますが、{told}にはありません。もっと長い記録を取り置いてください。</translation>
    </message>
    <message>
        <source>The times of {file} are uneven, with steps of {low:.3g} to {high:.3g} ms: it was interpolated to {fs:g} Hz.</source>
        <translation>{file}の時刻は不均一です（間隔{low:.3g}～{high:.3g} ms）：{fs:g} Hzに補間しました。</translation>
    </message>
    <message>
        <source>The training has run away: its loss is no longer a number.</source>
        <translation>学習が発散しました：損失が数ではなくなりました。</translation>
    </message>
    <message>
        <source>The unit of a stream is uV, mV or V, not {unit!r}.</source>
        <translation>ストリームの単位はuV、mV、Vのいずれかです：{unit!r}は使えません。</translation>
    </message>
    <message>
        <source>The zero of {lead} is its median: steps of a converter do not say where it is.</source>
        <translation>{lead}の0は中央値です：A/D変換器のカウント値からは0の位置がわかりません。</translation>
    </message>
    <message>
        <source>There are no alarms to export.</source>
        <translation>書き出すアラームがありません。</translation>
    </message>
    <message>
        <source>There are no alerts to export yet.</source>
        <translation>書き出すアラートはまだありません。</translation>
    </message>
    <message>
        <source>There are no beats to export yet.</source>
        <translation>書き出す拍はまだありません。</translation>
    </message>
    <message>
        <source>There are two learners called {name}; give each a name of their own.</source>
        <translation>{name}という名前の受講者が2人います。別々の名前を付けてください。</translation>
    </message>
    <message>
        <source>There are two steps {name!r}; each needs a name of its own.</source>
        <translation>段階{name!r}が2つあります。別々の名前が必要です。</translation>
    </message>
    <message>
        <source>There are two ways out on {words}; the step can take one.</source>
        <translation>{words}の出口が2つあります。段階が取れるのは1つです。</translation>
    </message>
    <message>
        <source>There are {n} gaps in the times of {file}.</source>
        <translation>{file}の時刻に{n}か所の欠測があります。</translation>
    </message>
    <message>
        <source>There is no GPU that this torch can use; --device auto takes the processor then.</source>
        <translation>このtorchで使えるGPUがありません。--device autoにするとCPUを使います。</translation>
    </message>
    <message>
        <source>There is no alarm {alarm!r}; there are {names}.</source>
        <translation>アラーム{alarm!r}はありません。あるのは{names}です。</translation>
    </message>
    <message>
        <source>There is no answer {answer!r}; {allowed}.</source>
        <translation>答え{answer!r}はありません。{allowed}。</translation>
    </message>
    <message>
        <source>There is no artefact {kind!r}; there are {names}.</source>
        <translation>アーチファクト{kind!r}はありません。あるのは{names}です。</translation>
    </message>
    <message>
        <source>There is no file of marks {path}.</source>
        <translation>印のファイル{path}がありません。</translation>
    </message>
    <message>
        <source>There is no file {file} to be read.</source>
        <extracomment>Name of the embedded record.</extracomment>
        <translation>読み込むファイル{file}がありません。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>ファイル{path}がありません。</translation>
    </message>
    <message>
        <source>There is no folder {data} to read records from.</source>
        <translation>記録を読み込むフォルダ{data}がありません。</translation>
    </message>
    <message>
        <source>There is no folder {folder} to write into.</source>
        <translation>書き込むフォルダ{folder}がありません。</translation>
    </message>
    <message>
        <source>There is no folder {parent} to write {name} into.</source>
        <translation>{name}を書き込むフォルダ{parent}がありません。</translation>
    </message>
    <message>
        <source>There is no key {key!r} here; there are {known}.</source>
        <translation>ここにキー{key!r}はありません。あるのは{known}です。</translation>
    </message>
    <message>
        <source>There is no model of kind {kind!r} to fit.</source>
        <translation>学習できるモデルの種類に{kind!r}はありません。</translation>
    </message>
    <message>
        <source>There is no patient {name!r}; there are {names}.</source>
        <translation>患者{name!r}はありません。あるのは{names}です。</translation>
    </message>
    <message>
        <source>There is no profile {profile!r}; the profiles are {names}.</source>
        <translation>プロファイル{profile!r}はありません。あるのは{names}です。</translation>
    </message>
    <message>
        <source>There is no record {name} in the folder {data}.</source>
        <translation>フォルダ{data}に記録{name}はありません。</translation>
    </message>
    <message>
        <source>There is no record {number!r} in the catalogue.</source>
        <translation>カタログに記録{number!r}はありません。</translation>
    </message>
    <message>
        <source>There is no record {spec} in the catalogue, which has {listed}.</source>
        <translation>カタログに記録{spec}はありません。あるのは{listed}です。</translation>
    </message>
    <message>
        <source>There is no scenario {name!r}; there are {names}, or a path to a file.</source>
        <translation>シナリオ{name!r}はありません。あるのは{names}、またはファイルのパスです。</translation>
    </message>
    <message>
        <source>There is no source {scheme}:{rest}; sources are demo, the name of a record of the catalogue, the path of a WFDB, EDF, BDF or text file, {network}:DATABASE/RECORD{others}.</source>
        <translation>信号源{scheme}:{rest}はありません。信号源はdemo、カタログの記録の名前、WFDB・EDF・BDF・テキストファイルのパス、{network}:DATABASE/RECORD{others}です。</translation>
    </message>
    <message>
        <source>There is no step {name!r}; {there}.</source>
        <translation>段階{name!r}はありません。{there}。</translation>
    </message>
    <message>
        <source>There is no stream {name} on the network: none answers.</source>
        <translation>ネットワークにストリーム{name}はありません。応答するストリームがありません。</translation>
    </message>
    <message>
        <source>There is no stream {name} on the network; there are {others}.</source>
        <translation>ネットワークにストリーム{name}はありません。あるのは{others}です。</translation>
    </message>
    <message>
        <source>There is no text {text!r} in this scenario.</source>
        <translation>このシナリオに{text!r}というテキストはありません。</translation>
    </message>
    <message>
        <source>There is no weights file {path}.</source>
        <translation>重みのファイル{path}がありません。</translation>
    </message>
    <message>
        <source>This</source>
        <translation>これ</translation>
    </message>
    <message>
        <source>This is no TOML: {error}.</source>
        <translation>TOMLではありません：{error}。</translation>
    </message>
    <message>
        <source>Tick at least one record to learn from, besides the held-out one.</source>
        <translation>検証用の記録のほかに、学習に使う記録を1つ以上選んでください。</translation>
    </message>
    <message>
        <source>Tick at least two records besides the held-out one: beats are learnt from two or more.</source>
        <translation>検証用の記録のほかに、記録を2つ以上選んでください。拍の学習には2つ以上必要です。</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>シンボリックリンクが循環しています</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>開いているファイルが多すぎます</translation>
    </message>
    <message>
        <source>Torsades de pointes</source>
        <translation>トルサード・ド・ポアント</translation>
    </message>
    <message>
        <source>Trigeminy</source>
        <translation>三段脈</translation>
    </message>
    <message>
        <source>Twelve leads and more</source>
        <translation>12誘導以上</translation>
    </message>
    <message>
        <source>Twelve standard and three Frank leads at 1000 Hz, of healthy people and many heart diseases.</source>
        <translation>健常者とさまざまな心疾患の標準12誘導とフランク3誘導、1000 Hz。</translation>
    </message>
    <message>
        <source>Twenty seconds of one lead, raw and filtered, of 90 people.</source>
        <translation>90人の1誘導各20秒、フィルタ前と後。</translation>
    </message>
    <message>
        <source>Two hours at rest of twenty young and twenty old people, with their breathing.</source>
        <translation>若年者20人と高齢者20人の安静2時間、呼吸つき。</translation>
    </message>
    <message>
        <source>Unexpected course</source>
        <translation>予想外の経過</translation>
    </message>
    <message>
        <source>Unusable</source>
        <translation>使用不可</translation>
    </message>
    <message>
        <source>Unusable signal</source>
        <translation>使えない信号</translation>
    </message>
    <message>
        <source>Unusual to the models</source>
        <translation>モデルには異常に見える</translation>
    </message>
    <message>
        <source>VF / flutter</source>
        <translation>VF／粗動</translation>
    </message>
    <message>
        <source>VFl or VF?</source>
        <translation>VFl・VF？</translation>
    </message>
    <message>
        <source>VT</source>
        <translation>VT</translation>
    </message>
    <message>
        <source>Ventricular beats</source>
        <translation>心室性の拍</translation>
    </message>
    <message>
        <source>Ventricular bigeminy</source>
        <translation>心室性二段脈</translation>
    </message>
    <message>
        <source>Ventricular bigeminy?</source>
        <translation>心室性二段脈？</translation>
    </message>
    <message>
        <source>Ventricular couplet</source>
        <translation>心室期外収縮の2連発</translation>
    </message>
    <message>
        <source>Ventricular couplets</source>
        <translation>心室期外収縮の2連発</translation>
    </message>
    <message>
        <source>Ventricular fibrillation or flutter</source>
        <translation>心室細動または心室粗動</translation>
    </message>
    <message>
        <source>Ventricular fibrillation, coarse</source>
        <translation>心室細動（粗い波）</translation>
    </message>
    <message>
        <source>Ventricular fibrillation, fine</source>
        <translation>心室細動（細かい波）</translation>
    </message>
    <message>
        <source>Ventricular flutter</source>
        <translation>心室粗動</translation>
    </message>
    <message>
        <source>Ventricular flutter or fibrillation</source>
        <translation>心室粗動または心室細動</translation>
    </message>
    <message>
        <source>Ventricular flutter or fibrillation?</source>
        <translation>心室粗動または細動？</translation>
    </message>
    <message>
        <source>Ventricular premature beats</source>
        <translation>心室期外収縮</translation>
    </message>
    <message>
        <source>Ventricular premature beats of several foci</source>
        <translation>多源性心室期外収縮</translation>
    </message>
    <message>
        <source>Ventricular run</source>
        <translation>心室期外収縮の連発</translation>
    </message>
    <message>
        <source>Ventricular tachycardia</source>
        <translation>心室頻拍</translation>
    </message>
    <message>
        <source>Ventricular trigeminy</source>
        <translation>心室性三段脈</translation>
    </message>
    <message>
        <source>Ventricular trigeminy?</source>
        <translation>心室性三段脈？</translation>
    </message>
    <message>
        <source>Vital signs follow simulated patients alone: with records, the key {key!r} is left out.</source>
        <translation>バイタルサインは模擬患者だけに付きます。記録を使うときはキー{key!r}を省きます。</translation>
    </message>
    <message>
        <source>Vital signs follow simulated patients alone: with records, vitals is false.</source>
        <translation>バイタルサインは模擬患者だけに付きます。記録を使うときはvitalsをfalseにします。</translation>
    </message>
    <message>
        <source>WFDB record {name} from {folder}</source>
        <translation>{folder}のWFDB記録{name}</translation>
    </message>
    <message>
        <source>WFDB record {name} of {n} segments from {folder}</source>
        <translation>{folder}のWFDB記録{name}（{n}セグメント）</translation>
    </message>
    <message>
        <source>What follows in its time needs lasts_s.</source>
        <translation>時間で次に進むにはlasts_sが必要です。</translation>
    </message>
    <message>
        <source>What follows “{part}” is not said: write “…, then sinus 60”.</source>
        <translation>「{part}」の次が書かれていません。「…, then sinus 60」のように書いてください。</translation>
    </message>
    <message>
        <source>What is watched could not be kept for the export: {why}.</source>
        <translation>見ている信号を書き出し用に保存できませんでした：{why}。</translation>
    </message>
    <message>
        <source>What stood there before is kept in {aside}.</source>
        <translation>以前の内容は{aside}に残してあります。</translation>
    </message>
    <message>
        <source>What the artefact {kind} would make of {names} cannot be told from these leads alone.</source>
        <translation>アーチファクト{kind}で{names}がどうなるかは、これらの誘導だけからはわかりません。</translation>
    </message>
    <message>
        <source>Words have 1 to {most} characters.</source>
        <translation>訳は1～{most}文字です。</translation>
    </message>
    <message>
        <source>Young and old at rest</source>
        <translation>若年者と高齢者の安静時</translation>
    </message>
    <message>
        <source>a P wave is seen</source>
        <translation>P波が見えます</translation>
    </message>
    <message>
        <source>a data record of it is said to hold {n} samples</source>
        <translation>データレコードが{n}サンプルと記載されています</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>フォルダ</translation>
    </message>
    <message>
        <source>a list in [ ]</source>
        <translation>[ ]のリスト</translation>
    </message>
    <message>
        <source>a mark is of {learner!r}, who is no learner of it</source>
        <translation>受講者ではない{learner!r}の印があります</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>/分</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>パイプ</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ソケット</translation>
    </message>
    <message>
        <source>a span ends at sample {stop}, before it begins</source>
        <translation>サンプル{stop}で、始まる前に終わる区間があります</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>引用符で囲んだ文字列</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>aberrated atrial premature beat</source>
        <translation>変行伝導を伴う心房期外収縮</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>after_s is 0 to 600 s.</source>
        <translation>after_sは0～600秒です。</translation>
    </message>
    <message>
        <source>alarm “{alarm}”</source>
        <translation>アラーム「{alarm}」</translation>
    </message>
    <message>
        <source>alarm: {titles}</source>
        <translation>アラーム：{titles}</translation>
    </message>
    <message>
        <source>amplitude not calibrated</source>
        <translation>振幅は未較正</translation>
    </message>
    <message>
        <source>answer “{answer}”</source>
        <translation>回答「{answer}」</translation>
    </message>
    <message>
        <source>as it should</source>
        <translation>適切</translation>
    </message>
    <message>
        <source>asystole</source>
        <translation>心静止</translation>
    </message>
    <message>
        <source>atrial</source>
        <translation>心房</translation>
    </message>
    <message>
        <source>atrial bigeminy</source>
        <extracomment>Names of the rhythm labels in the auxiliary notes (the same list).</extracomment>
        <translation>心房性二段脈</translation>
    </message>
    <message>
        <source>atrial escape beat</source>
        <translation>心房補充収縮</translation>
    </message>
    <message>
        <source>atrial fibrillation</source>
        <translation>心房細動</translation>
    </message>
    <message>
        <source>atrial flutter</source>
        <translation>心房粗動</translation>
    </message>
    <message>
        <source>atrial premature beat</source>
        <translation>心房期外収縮</translation>
    </message>
    <message>
        <source>baseline wander</source>
        <extracomment>All of them, in the order in which they are listed. What the noise records hold.</extracomment>
        <translation>基線動揺</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>拍</translation>
    </message>
    <message>
        <source>better</source>
        <translation>優れて</translation>
    </message>
    <message>
        <source>block</source>
        <translation>伝導比</translation>
    </message>
    <message>
        <source>block size</source>
        <translation>ブロックサイズ</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>チェックサム</translation>
    </message>
    <message>
        <source>chosen by length: every fifth would be {share:.0%}</source>
        <translation>長さで選択：5件ごとなら{share:.0%}</translation>
    </message>
    <message>
        <source>class V</source>
        <translation>クラスV</translation>
    </message>
    <message>
        <source>command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>conducted</source>
        <translation>伝導</translation>
    </message>
    <message>
        <source>conducted beats</source>
        <translation>伝導された拍</translation>
    </message>
    <message>
        <source>could not be measured</source>
        <translation>測定できませんでした</translation>
    </message>
    <message>
        <source>drug</source>
        <translation>薬剤</translation>
    </message>
    <message>
        <source>duration_s is {duration_s:g} s: it must be more than 0.</source>
        <translation>duration_sが{duration_s:g}秒です：0より大きくなければなりません。</translation>
    </message>
    <message>
        <source>electrode motion</source>
        <translation>電極の動き</translation>
    </message>
    <message>
        <source>epochs, steps, batch and patience must be at least 1.</source>
        <translation>epochs、steps、batch、patienceは1以上でなければなりません。</translation>
    </message>
    <message>
        <source>every</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>every fifth, beginning with the last</source>
        <translation>最後から5件ごと</translation>
    </message>
    <message>
        <source>every second beat is ectopic</source>
        <translation>2拍に1拍が異所性</translation>
    </message>
    <message>
        <source>every second beat is unlike the patient&apos;s own; alone they raise no alert</source>
        <translation>2拍に1拍がこの患者の通常の拍と異なります。1拍だけではアラートになりません</translation>
    </message>
    <message>
        <source>every third beat is ectopic</source>
        <translation>3拍に1拍が異所性</translation>
    </message>
    <message>
        <source>every third beat is unlike the patient&apos;s own; alone they raise no alert</source>
        <translation>3拍に1拍がこの患者の通常の拍と異なります。1拍だけではアラートになりません</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>少なく</translation>
    </message>
    <message>
        <source>find {how} V beats ({new} against {old} of {all}; a difference of {spread:.0f} may be chance)</source>
        <translation>V拍を{how}検出しています（{all}拍のうち{old}拍に対し{new}拍、{spread:.0f}拍の差は偶然の範囲内）</translation>
    </message>
    <message>
        <source>flat line</source>
        <translation>平坦</translation>
    </message>
    <message>
        <source>format {fmt} needs the soundfile package, which is not installed</source>
        <translation>形式{fmt}にはsoundfileパッケージが必要ですが、インストールされていません</translation>
    </message>
    <message>
        <source>fusion of paced and normal beat</source>
        <translation>ペーシング拍と正常拍の融合収縮</translation>
    </message>
    <message>
        <source>fusion of ventricular and normal beat</source>
        <translation>心室拍と正常拍の融合収縮</translation>
    </message>
    <message>
        <source>give {how} false alarms ({rate:.2f} a minute against {before:.2f}; a difference of {spread:.2f} may be chance)</source>
        <translation>誤報を{how}出しています（毎分{before:.2f}件に対し{rate:.2f}件、{spread:.2f}件の差は偶然の範囲内）</translation>
    </message>
    <message>
        <source>hardly any signal</source>
        <translation>ほとんど信号がありません</translation>
    </message>
    <message>
        <source>help</source>
        <translation>応援</translation>
    </message>
    <message>
        <source>idioventricular rhythm</source>
        <translation>心室固有調律</translation>
    </message>
    <message>
        <source>in 20 s: vt for 15 s, then sinus 60</source>
        <translation>20秒後：vtを15秒、次にsinus 60</translation>
    </message>
    <message>
        <source>in a doubtful signal</source>
        <translation>信号が疑わしい区間</translation>
    </message>
    <message>
        <source>in an unusable signal</source>
        <translation>信号が使えない区間</translation>
    </message>
    <message>
        <source>in atrial fibrillation?</source>
        <translation>心房細動？の区間</translation>
    </message>
    <message>
        <source>in bigeminy</source>
        <translation>二段脈の区間</translation>
    </message>
    <message>
        <source>in flutter or fibrillation?</source>
        <translation>心室粗動・細動？の区間</translation>
    </message>
    <message>
        <source>in trigeminy</source>
        <translation>三段脈の区間</translation>
    </message>
    <message>
        <source>initial value</source>
        <translation>初期値</translation>
    </message>
    <message>
        <source>it announces {announced} samples, and its segments add up to {frames}</source>
        <translation>サンプル数が{announced}と記載されていますが、セグメントの合計は{frames}です</translation>
    </message>
    <message>
        <source>it announces {announced} segments and lists {n}</source>
        <translation>セグメント数が{announced}と記載されていますが、並んでいるのは{n}です</translation>
    </message>
    <message>
        <source>it announces {n} data records</source>
        <translation>データレコード数が{n}と記載されています</translation>
    </message>
    <message>
        <source>it announces {n} signals, where 1 to {most} are possible</source>
        <translation>信号数が{n}と記載されていますが、可能なのは1～{most}です</translation>
    </message>
    <message>
        <source>it announces {signals} signals and lists {n}</source>
        <translation>信号数が{signals}と記載されていますが、並んでいるのは{n}です</translation>
    </message>
    <message>
        <source>it cannot be read ({why})</source>
        <extracomment>Fields of a signal and their widths, in the order in which they stand, each for all signals together.
----------
A gap costs its header nothing, but whoever draws it: a record lasts at most so long, in seconds.</extracomment>
        <translation>読み込めません（{why}）</translation>
    </message>
    <message>
        <source>it carries texts, not samples</source>
        <translation>信号ではなく文字を送っています</translation>
    </message>
    <message>
        <source>it contains binary data and is not a WFDB header</source>
        <translation>バイナリデータを含み、WFDBヘッダではありません</translation>
    </message>
    <message>
        <source>it does not begin as an EDF or BDF file does</source>
        <translation>先頭がEDFまたはBDFの形式ではありません</translation>
    </message>
    <message>
        <source>it does not say when its data record {number} begins</source>
        <translation>データレコード{number}の開始時刻の記載がありません</translation>
    </message>
    <message>
        <source>it ends at sample {stop}, before it begins</source>
        <translation>サンプル{stop}で、始まる前に終わっています</translation>
    </message>
    <message>
        <source>it ends within a note or begins with one</source>
        <translation>注記の途中で終わっているか、注記で始まっています</translation>
    </message>
    <message>
        <source>it ends within its header</source>
        <translation>ヘッダの途中で終わっています</translation>
    </message>
    <message>
        <source>it has a line of more than {n} characters</source>
        <translation>{n}文字を超える行があります</translation>
    </message>
    <message>
        <source>it has come on time {n} times in a minute</source>
        <translation>1分間に{n}回、予定どおりに現れました</translation>
    </message>
    <message>
        <source>it has more than {most} files</source>
        <translation>ファイルが{most}個を超えています</translation>
    </message>
    <message>
        <source>it has more than {n} data records</source>
        <translation>データレコードが{n}件を超えています</translation>
    </message>
    <message>
        <source>it has no options of its own, beside {common}</source>
        <translation>{common}のほかに固有のオプションはありません</translation>
    </message>
    <message>
        <source>it has no record line</source>
        <translation>記録行がありません</translation>
    </message>
    <message>
        <source>it has {found} frames where its record says {frames}</source>
        <translation>{found}フレームありますが、記録には{frames}と記載されています</translation>
    </message>
    <message>
        <source>it has {fs:g} frames a second, and its record {frame_rate:g}</source>
        <translation>毎秒{fs:g}フレームですが、記録は{frame_rate:g}です</translation>
    </message>
    <message>
        <source>it has {n} channels, and {most} are taken at most</source>
        <translation>チャンネルが{n}あり、受け取れるのは{most}までです</translation>
    </message>
    <message>
        <source>it has {n} columns, where {most} are possible</source>
        <translation>{n}列ありますが、可能なのは{most}列までです</translation>
    </message>
    <message>
        <source>it holds binary data and is no text file of numbers</source>
        <translation>バイナリデータであり、数値のテキストファイルではありません</translation>
    </message>
    <message>
        <source>it holds more than {n} of them</source>
        <extracomment>Size above which an annotation file is not read, in bytes; a beat takes 2 to 6, a day has some 120 000. Annotations above which they are left out: a week has some 800 000 beats. Annotation symbols by type code (ecgcodes.h of the WFDB library).</extracomment>
        <translation>{n}件を超えています</translation>
    </message>
    <message>
        <source>it holds no data record</source>
        <translation>データレコードがありません</translation>
    </message>
    <message>
        <source>it holds the figures of {record}: open that, and they come with it</source>
        <translation>これは {record} の数値の記録です。{record} を開くと一緒に表示されます</translation>
    </message>
    <message>
        <source>it is a folder, not a record</source>
        <translation>記録ではなくフォルダです</translation>
    </message>
    <message>
        <source>it is a link out of the record&apos;s folder</source>
        <translation>記録のフォルダの外へのリンクです</translation>
    </message>
    <message>
        <source>it is a multi-segment record where one of a single segment is wanted</source>
        <translation>単一セグメントの記録が必要なところに、複数セグメントの記録があります</translation>
    </message>
    <message>
        <source>it is discontinuous and does not say when its data records begin</source>
        <translation>不連続なのに、データレコードの開始時刻の記載がありません</translation>
    </message>
    <message>
        <source>it is in format 8, which is read from its beginning, and {name} is larger than the {most} GiB that are read so</source>
        <translation>先頭から読む形式8ですが、{name}はその方法で読める{most} GiBを超えています</translation>
    </message>
    <message>
        <source>it is larger than the {most} KiB that a header may have</source>
        <translation>ヘッダの上限{most} KiBを超えています</translation>
    </message>
    <message>
        <source>it is larger than the {n} MiB that are read of text</source>
        <translation>テキストとして読める{n} MiBを超えています</translation>
    </message>
    <message>
        <source>it is larger than {most} KiB</source>
        <translation>{most} KiBを超えています</translation>
    </message>
    <message>
        <source>it is larger than {most} MiB</source>
        <translation>{most} MiBを超えています</translation>
    </message>
    <message>
        <source>it is longer than {most} KiB</source>
        <translation>{most} KiBを超えています</translation>
    </message>
    <message>
        <source>it is no line of a journal ({error})</source>
        <translation>記録の行ではありません（{error}）</translation>
    </message>
    <message>
        <source>it is not a text file, neither in UTF-8 nor in Latin-1</source>
        <translation>UTF-8でもLatin-1でもなく、テキストファイルではありません</translation>
    </message>
    <message>
        <source>it is sampled at {fs:g} Hz, and only {low:g} to {high:g} Hz can be analysed</source>
        <translation>サンプリング周波数が{fs:g} Hzで、解析できるのは{low:g}～{high:g} Hzです</translation>
    </message>
    <message>
        <source>it is truncated or not an annotation file</source>
        <translation>途切れているか、アノテーションファイルではありません</translation>
    </message>
    <message>
        <source>it is {kind}, not an ordinary file</source>
        <translation>{kind}であり、通常のファイルではありません</translation>
    </message>
    <message>
        <source>it lasts {days:,.0f} days, gaps included, and a year is the most that is shown</source>
        <translation>欠測を含めて{days:,.0f}日あり、表示できる1年を超えています</translation>
    </message>
    <message>
        <source>it names signals and holds none: it is the layout of a record of several segments</source>
        <extracomment>ECG leads that the monitor shows at most: those of a standard ECG. Pressures, pleth, respiration and the like that are read besides. Sampling frequencies that the analysis is made for, in Hz. Sampling frequency up to which a record is read, in Hz; `assets.pieces.slower` brings it to the others. ADC units per mV between which a gain is believable; beyond, float32 would overflow or lose the signal. File and format of a signal in a header that only says which signals there are (header(5), &quot;layout&quot;). Files that people pick when they mean the record.</extracomment>
        <translation>信号の名前だけで中身がありません。複数セグメントの記録のレイアウトです</translation>
    </message>
    <message>
        <source>it tells of a strip that is not there</source>
        <translation>存在しない波形を指しています</translation>
    </message>
    <message>
        <source>its ECG columns hold no numbers</source>
        <translation>心電図の列に数値がありません</translation>
    </message>
    <message>
        <source>its column of times holds fewer than three times</source>
        <translation>時刻の列に時刻が3つ以上ありません</translation>
    </message>
    <message>
        <source>its data record {number} begins before the one before it ends</source>
        <translation>データレコード{number}が、前のものが終わる前に始まっています</translation>
    </message>
    <message>
        <source>its data records are said to last {length} seconds</source>
        <translation>データレコードの長さが{length}秒と記載されています</translation>
    </message>
    <message>
        <source>its data records last no time, as in a file of annotations alone</source>
        <translation>アノテーションだけのファイルのように、データレコードの長さが0です</translation>
    </message>
    <message>
        <source>its data records reach over more than {days:g} days or have more than {n} gaps between them</source>
        <translation>データレコードが{days:g}日を超える範囲にわたるか、間に{n}か所を超える欠測があります</translation>
    </message>
    <message>
        <source>its dates may begin with the day or with the month, and both make sense; write them as 2024-03-05, or tell its rate and that no column is the time (time=none)</source>
        <translation>日付が日から始まるのか月から始まるのか判断できません。2024-03-05の形で書くか、サンプリング周波数を指定し、時刻の列なし（time=none）としてください</translation>
    </message>
    <message>
        <source>its file {name} is not a file in the record&apos;s own folder</source>
        <translation>ファイル{name}が記録のフォルダの中のものではありません</translation>
    </message>
    <message>
        <source>its first line {line} gives no sampling frequency</source>
        <translation>最初の行{line}にサンプリング周波数がありません</translation>
    </message>
    <message>
        <source>its first line {line} is not the record line of a WFDB header</source>
        <translation>最初の行{line}がWFDBヘッダの記録行ではありません</translation>
    </message>
    <message>
        <source>its header is said to have {told} bytes, and {n} signals take {size}</source>
        <translation>ヘッダの大きさが{told}バイトと記載されていますが、{n}信号では{size}バイトになります</translation>
    </message>
    <message>
        <source>its number of samples {field} is not a whole number</source>
        <translation>サンプル数{field}が整数ではありません</translation>
    </message>
    <message>
        <source>its options are {own}, beside {common}</source>
        <translation>オプションは{own}と、共通の{common}です</translation>
    </message>
    <message>
        <source>its rows are not alike ({why})</source>
        <translation>行の形がそろっていません（{why}）</translation>
    </message>
    <message>
        <source>its sampling frequency {field} is not a positive number</source>
        <translation>サンプリング周波数{field}が正の数ではありません</translation>
    </message>
    <message>
        <source>its sampling rate</source>
        <translation>サンプリング周波数</translation>
    </message>
    <message>
        <source>its score of {score:.2f} is over the line, which was lowered to {line:.2f}</source>
        <translation>スコア{score:.2f}が、{line:.2f}に下げられたしきい値を超えています</translation>
    </message>
    <message>
        <source>its segment {name} is no record</source>
        <translation>セグメント{name}が記録ではありません</translation>
    </message>
    <message>
        <source>its segments hold no samples</source>
        <translation>セグメントにサンプルがありません</translation>
    </message>
    <message>
        <source>its segments hold no samples of its signals</source>
        <translation>セグメントに、この記録の信号のサンプルがありません</translation>
    </message>
    <message>
        <source>its shape alone fails in no model, but it came early too</source>
        <translation>形だけではどのモデルも失敗しませんが、早く現れました</translation>
    </message>
    <message>
        <source>its shape alone raises no alert</source>
        <translation>形だけではアラートになりません</translation>
    </message>
    <message>
        <source>its shape is usual</source>
        <translation>形は通常どおりです</translation>
    </message>
    <message>
        <source>its shape is {unlike}</source>
        <translation>形が{unlike}</translation>
    </message>
    <message>
        <source>its signal file {name} cannot be read ({why})</source>
        <translation>信号ファイル{name}を読み込めません（{why}）</translation>
    </message>
    <message>
        <source>its signal file {name} is a link out of the record&apos;s folder</source>
        <translation>信号ファイル{name}が記録のフォルダの外へのリンクです</translation>
    </message>
    <message>
        <source>its signal file {name} is missing</source>
        <translation>信号ファイル{name}がありません</translation>
    </message>
    <message>
        <source>its signal file {name} is not a file in the record&apos;s own folder</source>
        <translation>信号ファイル{name}が記録のフォルダの中のものではありません</translation>
    </message>
    <message>
        <source>its signal file {name} is not an ordinary file</source>
        <translation>信号ファイル{name}が通常のファイルではありません</translation>
    </message>
    <message>
        <source>its signal files are damaged or cannot be read</source>
        <extracomment>wfdb 4.3 cannot convert the big-endian integers of format 61, so it gets them as format 16, swapped.</extracomment>
        <translation>信号ファイルが壊れているか、読み込めません</translation>
    </message>
    <message>
        <source>its signal files cannot be read ({why})</source>
        <translation>信号ファイルを読み込めません（{why}）</translation>
    </message>
    <message>
        <source>its signal files hold another number of samples than announced</source>
        <translation>信号ファイルのサンプル数が記載と異なります</translation>
    </message>
    <message>
        <source>its signal files hold no samples</source>
        <translation>信号ファイルにサンプルがありません</translation>
    </message>
    <message>
        <source>its storage format {fmt} is not known</source>
        <translation>保存形式{fmt}は未知の形式です</translation>
    </message>
    <message>
        <source>its time has no time zone</source>
        <translation>時刻にタイムゾーンがありません</translation>
    </message>
    <message>
        <source>its time is in the year {year}</source>
        <translation>時刻が{year}年になっています</translation>
    </message>
    <message>
        <source>its time is over</source>
        <translation>時間が過ぎたため</translation>
    </message>
    <message>
        <source>its times are coarser than its samples</source>
        <translation>時刻の刻みがサンプルより粗くなっています</translation>
    </message>
    <message>
        <source>its times are too uneven for a recording at one rate</source>
        <translation>時刻が不均一で、一定のサンプリング周波数の記録とはみなせません</translation>
    </message>
    <message>
        <source>its times go back at row {row}</source>
        <translation>{row}行目で時刻が逆戻りしています</translation>
    </message>
    <message>
        <source>its times reach over {n:,} samples, most of which are gaps</source>
        <translation>時刻は{n:,}サンプルにわたりますが、ほとんどが欠測です</translation>
    </message>
    <message>
        <source>its unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>its version is {version}</source>
        <translation>版が{version}です</translation>
    </message>
    <message>
        <source>its {n:,} dates are too many to be read; tell its rate, and that no column is the time (time=none)</source>
        <translation>日時が{n:,}件あり、多すぎて読めません。サンプリング周波数と、時刻の列がないこと（time=none）を指定してください</translation>
    </message>
    <message>
        <source>its {rows:,} rows are more than the {most:,} that are read of {n} columns</source>
        <translation>{rows:,}行あり、{n}列で読める{most:,}行を超えています</translation>
    </message>
    <message>
        <source>its {what}, {value}, is not a whole number</source>
        <translation>{what}（{value}）が整数ではありません</translation>
    </message>
    <message>
        <source>left bundle branch block beat</source>
        <translation>左脚ブロックの拍</translation>
    </message>
    <message>
        <source>less well</source>
        <translation>劣って</translation>
    </message>
    <message>
        <source>lets the scenario go on</source>
        <translation>シナリオを再開</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>不全</translation>
    </message>
    <message>
        <source>mV</source>
        <translation>mV</translation>
    </message>
    <message>
        <source>mains hum</source>
        <translation>商用電源の雑音</translation>
    </message>
    <message>
        <source>message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>more</source>
        <translation>多く</translation>
    </message>
    <message>
        <source>more than {n} lines stand before its numbers</source>
        <translation>数値の前に{n}行を超える行があります</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>ms at 60 a minute</source>
        <translation>ms（60/分で）</translation>
    </message>
    <message>
        <source>muscle noise</source>
        <translation>筋電ノイズ</translation>
    </message>
    <message>
        <source>no P wave seen</source>
        <translation>P波は見えません</translation>
    </message>
    <message>
        <source>no alarm</source>
        <translation>アラームなし</translation>
    </message>
    <message>
        <source>no alarm, alert: {titles}</source>
        <translation>アラームなし、アラート：{titles}</translation>
    </message>
    <message>
        <source>no beat</source>
        <translation>拍なし</translation>
    </message>
    <message>
        <source>no beat for a while</source>
        <translation>しばらく拍がありません</translation>
    </message>
    <message>
        <source>no beat for more than {seconds:.0f} s</source>
        <translation>{seconds:.0f}秒以上、拍がありません</translation>
    </message>
    <message>
        <source>no beat for {pause:.1f} s</source>
        <translation>{pause:.1f}秒間、拍がありません</translation>
    </message>
    <message>
        <source>no beat for {pause:.1f} s, {times:.1f} times the usual interval</source>
        <translation>{pause:.1f}秒間、拍がありません（通常の間隔の{times:.1f}倍）</translation>
    </message>
    <message>
        <source>no breath</source>
        <translation>呼吸なし</translation>
    </message>
    <message>
        <source>no breath for {seconds:.0f} s</source>
        <translation>{seconds:.0f}秒間呼吸なし</translation>
    </message>
    <message>
        <source>no measurement yet</source>
        <translation>未測定</translation>
    </message>
    <message>
        <source>no model fails alone, but together they find it unusual</source>
        <translation>単独で失敗したモデルはありませんが、合わせると異常と見えます</translation>
    </message>
    <message>
        <source>no more: {artefact}</source>
        <translation>終了：{artefact}</translation>
    </message>
    <message>
        <source>no new measurement</source>
        <translation>新しい測定値なし</translation>
    </message>
    <message>
        <source>no other division comes nearer to a fifth</source>
        <translation>これより5分の1に近い分け方はありません</translation>
    </message>
    <message>
        <source>no pulse</source>
        <translation>脈なし</translation>
    </message>
    <message>
        <source>no pulse, heart rate {rate:.0f}/min</source>
        <translation>脈なし、心拍数{rate:.0f}/分</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>信号なし</translation>
    </message>
    <message>
        <source>no signal arrives from this lead</source>
        <translation>この誘導から信号が届いていません</translation>
    </message>
    <message>
        <source>no unit</source>
        <translation>単位なし</translation>
    </message>
    <message>
        <source>nodal (junctional) escape beat</source>
        <translation>房室接合部補充収縮</translation>
    </message>
    <message>
        <source>nodal (junctional) premature beat</source>
        <translation>房室接合部期外収縮</translation>
    </message>
    <message>
        <source>nodal (junctional) rhythm</source>
        <translation>房室接合部調律</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>雑音が多い</translation>
    </message>
    <message>
        <source>none of its columns is a voltage of an ECG</source>
        <translation>心電図の電圧の列がありません</translation>
    </message>
    <message>
        <source>none of its signals is a voltage of an ECG</source>
        <translation>心電図の電圧の信号がありません</translation>
    </message>
    <message>
        <source>none of its signals is an ECG by its label and unit (they are {names})</source>
        <translation>ラベルと単位から心電図とわかる信号がありません（あるのは{names}）</translation>
    </message>
    <message>
        <source>normal beat</source>
        <extracomment>Training records of the inter-patient split: de Chazal P, O&apos;Dwyer M, Reilly RB, &quot;Automatic classification of heartbeats using ECG morphology and heartbeat interval features&quot;, IEEE Trans Biomed Eng 51(7):1196-1206, 2004. Test records of the same split; no patient is in both. Records with paced beats, which ANSI/AAMI EC57 leaves out of evaluation. All 48 records. Beat annotation symbols of each class of ANSI/AAMI EC57:2012: normal and bundle branch block (N), supraventricular ectopic (S), ventricular ectopic (V), fusion (F), paced or unclassifiable (Q). Class of each beat symbol. Names of the beat symbols (PhysioNet&apos;s annotation codes, https://archive.physionet.org/physiobank/annotations.shtml).</extracomment>
        <translation>正常な拍</translation>
    </message>
    <message>
        <source>normal sinus rhythm</source>
        <translation>正常洞調律</translation>
    </message>
    <message>
        <source>not all of it was taken ({why})</source>
        <translation>すべては書き込めませんでした（{why}）</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>測定なし</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>number of data records</source>
        <translation>データレコード数</translation>
    </message>
    <message>
        <source>number of samples of signal {number}</source>
        <translation>信号{number}のサンプル数</translation>
    </message>
    <message>
        <source>number of signals</source>
        <translation>信号数</translation>
    </message>
    <message>
        <source>of its segments, {error}</source>
        <translation>セグメントのうち、{error}</translation>
    </message>
    <message>
        <source>only records on this computer can be opened</source>
        <translation>開けるのはこのコンピュータ上の記録だけです</translation>
    </message>
    <message>
        <source>outside what a patient has</source>
        <translation>患者ではありえない値</translation>
    </message>
    <message>
        <source>paced</source>
        <translation>ペーシング</translation>
    </message>
    <message>
        <source>paced beat</source>
        <translation>ペーシング拍</translation>
    </message>
    <message>
        <source>paced rhythm</source>
        <translation>ペースメーカ調律</translation>
    </message>
    <message>
        <source>pauses the scenario</source>
        <translation>シナリオを一時停止</translation>
    </message>
    <message>
        <source>plain RNN</source>
        <translation>普通のRNN</translation>
    </message>
    <message>
        <source>pre-excitation (WPW)</source>
        <translation>早期興奮（WPW）</translation>
    </message>
    <message>
        <source>premature ventricular contraction</source>
        <translation>心室期外収縮</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>心拍数</translation>
    </message>
    <message>
        <source>right bundle branch block beat</source>
        <translation>右脚ブロックの拍</translation>
    </message>
    <message>
        <source>second degree heart block</source>
        <translation>Ⅱ度房室ブロック</translation>
    </message>
    <message>
        <source>seed must lie between 0 and 2**32 - 1.</source>
        <translation>seedは0～2**32 - 1でなければなりません。</translation>
    </message>
    <message>
        <source>share of the pulses</source>
        <translation>パルスに占める割合</translation>
    </message>
    <message>
        <source>shock</source>
        <translation>通電</translation>
    </message>
    <message>
        <source>signal at its limit</source>
        <translation>信号の振り切れ</translation>
    </message>
    <message>
        <source>signal {number} has {n} samples in a data record</source>
        <translation>信号{number}はデータレコードあたり{n}サンプルです</translation>
    </message>
    <message>
        <source>signal {number} has {n} samples in a frame</source>
        <translation>信号{number}が1フレームに{n}サンプルあります</translation>
    </message>
    <message>
        <source>signals in {name} differ in format or offset</source>
        <extracomment>Storage formats with a fixed size: (samples, bytes) of a block. signal(5) of the WFDB Applications Guide. FLAC formats: bits of a sample at most. They need the soundfile package. ADC value that stands for &quot;no sample&quot;, by format; format 8 (differences) has none.</extracomment>
        <translation>{name}の信号の形式またはオフセットが一致しません</translation>
    </message>
    <message>
        <source>sinus bradycardia</source>
        <translation>洞徐脈</translation>
    </message>
    <message>
        <source>size of the header</source>
        <translation>ヘッダの大きさ</translation>
    </message>
    <message>
        <source>smooth_s is 0 to {most:g} s.</source>
        <translation>smooth_sは0～{most:g}秒です。</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>別の種類のもの</translation>
    </message>
    <message>
        <source>start_s belongs to a record; this step names none.</source>
        <translation>start_sは記録に付けるものですが、この段階には記録がありません。</translation>
    </message>
    <message>
        <source>steps and batch must be at least 1.</source>
        <translation>stepsとbatchは1以上でなければなりません。</translation>
    </message>
    <message>
        <source>supraventricular premature beat</source>
        <translation>上室期外収縮</translation>
    </message>
    <message>
        <source>supraventricular tachyarrhythmia</source>
        <translation>上室性頻脈性不整脈</translation>
    </message>
    <message>
        <source>tell V beats from normal ones {how} (AUC {new:.3f} against {old:.3f}; a difference of {spread:.3f} may be chance)</source>
        <translation>V拍と正常拍の見分けで{how}います（AUC {old:.3f}に対し{new:.3f}、{spread:.3f}の差は偶然の範囲内）</translation>
    </message>
    <message>
        <source>text file from {folder}</source>
        <translation>{folder}のテキストファイル</translation>
    </message>
    <message>
        <source>the answers are {names}</source>
        <translation>答えは{names}です</translation>
    </message>
    <message>
        <source>the autoencoder could not redraw it</source>
        <translation>オートエンコーダが再構成できませんでした</translation>
    </message>
    <message>
        <source>the baseline of signal {number}, {baseline}, is not a whole number</source>
        <translation>信号{number}のベースライン{baseline}が整数ではありません</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>ファイルが空です</translation>
    </message>
    <message>
        <source>the forecast missed</source>
        <translation>予測が外れました</translation>
    </message>
    <message>
        <source>the forecast missed it</source>
        <translation>予測が外れました</translation>
    </message>
    <message>
        <source>the gain of signal {number}, {text}, is not a finite number</source>
        <translation>信号{number}のゲイン{text}が有限の数ではありません</translation>
    </message>
    <message>
        <source>the gain of signal {number}, {text}, is not a number</source>
        <translation>信号{number}のゲイン{text}が数値ではありません</translation>
    </message>
    <message>
        <source>the gain of {name}, {gain:g}, is out of all proportion</source>
        <translation>{name}のゲイン{gain:g}が極端です</translation>
    </message>
    <message>
        <source>the instructor&apos;s word</source>
        <translation>指導者の指示</translation>
    </message>
    <message>
        <source>the limit is {limit:g}{unit}</source>
        <translation>設定値は{limit:g}{unit}</translation>
    </message>
    <message>
        <source>the line of segment {number}, {line}, is not a name and a length</source>
        <translation>セグメント{number}の行{line}が名前と長さになっていません</translation>
    </message>
    <message>
        <source>the line of signal {number}, {line}, has no storage format</source>
        <translation>信号{number}の行{line}に保存形式がありません</translation>
    </message>
    <message>
        <source>the monitor&apos;s LSTM</source>
        <translation>モニターのLSTM</translation>
    </message>
    <message>
        <source>the patient&apos;s usual shape is not known yet</source>
        <translation>この患者の通常の形がまだわかっていません</translation>
    </message>
    <message>
        <source>the range of its ECG {lead} is out of all proportion: digital {least_step:g} … {most_step:g} for physical {least:g} … {most:g}</source>
        <translation>心電図{lead}の範囲が極端です（デジタル値{least_step:g}～{most_step:g}に対し物理値{least:g}～{most:g}）</translation>
    </message>
    <message>
        <source>the signal is cut off at its limit</source>
        <translation>信号が限界で切れています</translation>
    </message>
    <message>
        <source>the signal is cut off at {mv:.2f} mV</source>
        <translation>信号が{mv:.2f} mVで切れています</translation>
    </message>
    <message>
        <source>the signal ranges farther than an ECG does: check the unit</source>
        <translation>信号の振れ幅が心電図より大きい：単位を確認してください</translation>
    </message>
    <message>
        <source>the signal ranges over {mv:.0f} mV, farther than an ECG does: check the unit</source>
        <translation>信号の振れ幅が{mv:.0f} mVあり心電図より大きい：単位を確認してください</translation>
    </message>
    <message>
        <source>the signal ranges over {mv:.3f} mV only, too little to see a heartbeat in: check electrodes and unit</source>
        <translation>信号の振れ幅が{mv:.3f} mVしかなく拍が見えません：電極と単位を確認してください</translation>
    </message>
    <message>
        <source>the signal ranges too little to see a heartbeat in: check electrodes and unit</source>
        <translation>信号の振れ幅が小さく拍が見えません：電極と単位を確認してください</translation>
    </message>
    <message>
        <source>the signal stands still</source>
        <translation>信号が変化していません</translation>
    </message>
    <message>
        <source>the signal stands still at {mv:.2f} mV</source>
        <translation>信号が{mv:.2f} mVのまま変化していません</translation>
    </message>
    <message>
        <source>the signals in {name} are not listed together</source>
        <translation>{name}の信号が続けて並んでいません</translation>
    </message>
    <message>
        <source>the {what} of signal {number}, {field}, is not a whole number</source>
        <translation>信号{number}の{what}（{field}）が整数ではありません</translation>
    </message>
    <message>
        <source>there are no rows of numbers in it</source>
        <translation>数値の行がありません</translation>
    </message>
    <message>
        <source>there are {names} and {end}</source>
        <translation>あるのは{names}と{end}です</translation>
    </message>
    <message>
        <source>there is no WFDB header (.hea) that belongs to it</source>
        <translation>対応するWFDBヘッダ（.hea）がありません</translation>
    </message>
    <message>
        <source>there is no alarm called {condition!r}</source>
        <translation>{condition!r}というアラームはありません</translation>
    </message>
    <message>
        <source>there is no column of a signal in it</source>
        <translation>信号の列がありません</translation>
    </message>
    <message>
        <source>there is no finding {finding!r}</source>
        <translation>{finding!r}という所見はありません</translation>
    </message>
    <message>
        <source>there is no such record</source>
        <translation>その記録はありません</translation>
    </message>
    <message>
        <source>there is no such record in {where}</source>
        <translation>{where}にその記録はありません</translation>
    </message>
    <message>
        <source>they take more than {n} MiB</source>
        <translation>{n} MiBを超えています</translation>
    </message>
    <message>
        <source>third degree heart block</source>
        <translation>Ⅲ度房室ブロック</translation>
    </message>
    <message>
        <source>this step asks nothing</source>
        <translation>この段階には質問がありません</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>too little heard so far</source>
        <translation>まだ信号が足りません</translation>
    </message>
    <message>
        <source>too narrow</source>
        <translation>狭すぎ</translation>
    </message>
    <message>
        <source>too wide</source>
        <translation>広すぎ</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>trueかfalse</translation>
    </message>
    <message>
        <source>unclassifiable beat</source>
        <translation>分類不能の拍</translation>
    </message>
    <message>
        <source>unlike learnt normal beats</source>
        <translation>学習した正常拍と異なります</translation>
    </message>
    <message>
        <source>unlike the patient&apos;s usual beat</source>
        <translation>この患者の通常の拍と異なります</translation>
    </message>
    <message>
        <source>unusable signal</source>
        <translation>使えない信号</translation>
    </message>
    <message>
        <source>unusable signal ({why})</source>
        <translation>使えない信号（{why}）</translation>
    </message>
    <message>
        <source>ventricular bigeminy</source>
        <translation>心室性二段脈</translation>
    </message>
    <message>
        <source>ventricular escape beat</source>
        <translation>心室補充収縮</translation>
    </message>
    <message>
        <source>ventricular fibrillation</source>
        <translation>心室細動</translation>
    </message>
    <message>
        <source>ventricular flutter</source>
        <translation>心室粗動</translation>
    </message>
    <message>
        <source>ventricular flutter or fibrillation</source>
        <translation>心室粗動または心室細動</translation>
    </message>
    <message>
        <source>ventricular flutter or fibrillation?</source>
        <translation>心室粗動または心室細動？</translation>
    </message>
    <message>
        <source>ventricular tachycardia</source>
        <translation>心室頻拍</translation>
    </message>
    <message>
        <source>ventricular trigeminy</source>
        <translation>心室性三段脈</translation>
    </message>
    <message>
        <source>waves follow each other without a rest and without QRS complexes; beat alerts are withheld</source>
        <translation>休みもQRS波もなく波が続いています。拍のアラートは控えます</translation>
    </message>
    <message>
        <source>waves to a beat</source>
        <translation>1拍あたりの波数</translation>
    </message>
    <message>
        <source>waves without a rest and without QRS complexes</source>
        <translation>休みもQRS波もない波</translation>
    </message>
    <message>
        <source>where a new form has become usual</source>
        <translation>新しい波形が通常となった区間</translation>
    </message>
    <message>
        <source>{artefact} put on {rhythm}</source>
        <translation>{rhythm}に{artefact}を加えたもの</translation>
    </message>
    <message>
        <source>{asked} cannot be analysed: {error}</source>
        <translation>{asked}は解析できません：{error}</translation>
    </message>
    <message>
        <source>{asked} could not be opened ({name}: {error}).</source>
        <translation>{asked}を開けませんでした（{name}：{error}）。</translation>
    </message>
    <message>
        <source>{called} has to be one of {names}.</source>
        <translation>{called}の値は{names}のいずれかでなければなりません。</translation>
    </message>
    <message>
        <source>{called} must be {meant}, not {found}.</source>
        <translation>{called}は{meant}でなければなりません（{found}になっています）。</translation>
    </message>
    <message>
        <source>{count} × {beat}</source>
        <translation>{beat} × {count}</translation>
    </message>
    <message>
        <source>{database} cannot be fetched: its page tells no version.</source>
        <extracomment>Bytes of a database&apos;s page, and of its list of records, at most.</extracomment>
        <translation>{database}を取得できません：ページに版の記載がありません。</translation>
    </message>
    <message>
        <source>{database} cannot be fetched: what {host} sent is no list of hashes.</source>
        <translation>{database}を取得できません：{host}から届いたものがハッシュの一覧ではありません。</translation>
    </message>
    <message>
        <source>{database} is not an open database: {host} wants an account for it.</source>
        <translation>{database}は公開データベースではありません：{host}のアカウントが必要です。</translation>
    </message>
    <message>
        <source>{error}; a record of PhysioNet&apos;s {database} would be {scheme}:{spec}.</source>
        <translation>{error}。PhysioNetの{database}の記録なら{scheme}:{spec}です。</translation>
    </message>
    <message>
        <source>{error}; the catalogue&apos;s is {name}, without a folder.</source>
        <translation>{error}。カタログの記録はフォルダを付けずに{name}です。</translation>
    </message>
    <message>
        <source>{figure} {value:.0f} {unit}</source>
        <translation>{figure} {value:.0f} {unit}</translation>
    </message>
    <message>
        <source>{file} announces {told} data records and ends after {there}: these were read.</source>
        <translation>{file}にはデータレコード{told}件と記載されていますが、{there}件で終わっています：その分を読みました。</translation>
    </message>
    <message>
        <source>{file} does not say {what}: open it once by itself in the window, which asks and remembers it, or name it as &apos;{file}?{told}&apos;.</source>
        <translation>{file}に{what}の記載がありません：ウィンドウで一度このファイルだけを開いて指定する（以後は記憶されます）か、&apos;{file}?{told}&apos;のように指定してください。</translation>
    </message>
    <message>
        <source>{file} does not say {what}{why}: tell it as in &apos;{file}?{told}&apos;, or with {options}.</source>
        <translation>{file}に{what}の記載がありません{why}：&apos;{file}?{told}&apos;のように、または{options}で指定してください。</translation>
    </message>
    <message>
        <source>{file} gives no voltage for {lead}: {gain:g} units per mV were assumed, so the amplitude is not calibrated.</source>
        <translation>{file}に{lead}の電圧の記載がありません：1 mVあたり{gain:g}単位と仮定したため、振幅は較正されていません。</translation>
    </message>
    <message>
        <source>{file} has no column {name}; its columns are {there}.</source>
        <translation>{file}に列{name}はありません。あるのは{there}です。</translation>
    </message>
    <message>
        <source>{file} holds {there} data records and announces {told}: these were read.</source>
        <translation>{file}にはデータレコードが{there}件ありますが、記載は{told}件です：その分を読みました。</translation>
    </message>
    <message>
        <source>{file} is read as the last file of its shape: {answers}.</source>
        <translation>{file}は同じ形の前のファイルと同じように読み込まれます：{answers}。</translation>
    </message>
    <message>
        <source>{file} is sampled at {fast:g} Hz: its leads are shown and analysed at {fs:g} Hz, of which {cut:.0f} Hz and less are as they were.</source>
        <translation>{file}のサンプリング周波数は{fast:g} Hzです。誘導は{fs:g} Hzにして表示・解析し、{cut:.0f} Hz以下の成分はそのままです。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {what}</source>
        <translation>{file}の{line}行目：{what}</translation>
    </message>
    <message>
        <source>{finding}: {words}</source>
        <translation>{finding}：{words}</translation>
    </message>
    <message>
        <source>{folder} has {n} images of {part}, but {labels} labels.</source>
        <translation>{folder}の{part}は画像が{n}枚ですが、ラベルは{labels}個です。</translation>
    </message>
    <message>
        <source>{format} file from {folder}</source>
        <translation>{folder}の{format}ファイル</translation>
    </message>
    <message>
        <source>{host} has no {path}: perhaps there is no database {database}.</source>
        <translation>{host}に{path}がありません。データベース{database}がないのかもしれません。</translation>
    </message>
    <message>
        <source>{kind} has no options, so {rest!r} says nothing of it.</source>
        <translation>{kind}にはオプションがないため、{rest!r}は意味を持ちません。</translation>
    </message>
    <message>
        <source>{label} cannot be opened: {cause}.</source>
        <extracomment>Size above which a header is refused, in bytes; weeks in intensive care list thousands of segments. Length above which a header line is refused, in characters (header(5) allows 255; comments run longer). Signals a header may list; polysomnograms list some thirty. Samples of one signal in one frame; a file made of EDF has a second or more of them. Sampling frequency where the header gives none, in Hz: the default of header(5). Units per mV where the header gives no gain, or one of 0 (&quot;uncalibrated&quot;): the default of header(5). Length above which a lead&apos;s name is cut, in characters.</extracomment>
        <translation>{label}を開けません：{cause}。</translation>
    </message>
    <message>
        <source>{label} gives no gain for {listed}: {gain:g} units per mV were assumed, so the amplitude is not calibrated.</source>
        <translation>{label}に{listed}のゲインの記載がありません：1 mVあたり{gain:g}単位と仮定したため、振幅は較正されていません。</translation>
    </message>
    <message>
        <source>{label} gives no sampling frequency, so {default_fs:g} Hz was assumed.</source>
        <translation>{label}にサンプリング周波数の記載がないため、{default_fs:g} Hzと仮定しました。</translation>
    </message>
    <message>
        <source>{label} is too long to be read as a whole: its {hours:,.1f} h of {leads} at {fs:g} Hz take {size:,.1f} GiB, and at most {most:.1f} GiB can be held.</source>
        <extracomment>Samples of all leads together that are read at once of a record that is brought to another rate. Samples of all leads together above which a record is not read as a whole: 2**27 are 512 MiB as float32, or 24 hours of three leads at 500 Hz.</extracomment>
        <translation>{label}は長すぎて全体を読み込めません：{leads}、{fs:g} Hzの{hours:,.1f}時間は{size:,.1f} GiBになり、保持できるのは{most:.1f} GiBまでです。</translation>
    </message>
    <message>
        <source>{lead} is called {label}</source>
        <translation>{lead}は{label}</translation>
    </message>
    <message>
        <source>{lead} of {name} is no ECG lead, and beats are looked for in those alone: {leads}.</source>
        <translation>{name}の{lead}は心電図誘導ではありません。拍の検出は心電図誘導（{leads}）でのみ行います。</translation>
    </message>
    <message>
        <source>{lead} was interpolated from {slow:g} Hz to {fs:g} Hz.</source>
        <translation>{lead}を{slow:g} Hzから{fs:g} Hzに補間しました。</translation>
    </message>
    <message>
        <source>{lead} was left out: its range is out of all proportion.</source>
        <translation>{lead}を除外しました：範囲が極端です。</translation>
    </message>
    <message>
        <source>{left_out} more lines of the alarm log were left out.</source>
        <translation>アラーム履歴のほか{left_out}行を除外しました。</translation>
    </message>
    <message>
        <source>{meanwhile} ({why})</source>
        <translation>{meanwhile}（{why}）</translation>
    </message>
    <message>
        <source>{meanwhile} of {lead}</source>
        <translation>{lead}の{meanwhile}</translation>
    </message>
    <message>
        <source>{minutes:g} minutes of {n} leads at {fs:g} Hz are more than are held at once ({most:.0f}); leave minutes out, and the patient has no end.</source>
        <translation>{n}誘導、{fs:g} Hzの{minutes:g}分は一度に保持できる量（{most:.0f}分）を超えます。minutesを省くと患者は終わりなく続きます。</translation>
    </message>
    <message>
        <source>{most} channels can be shown at most, not {n}.</source>
        <translation>表示できるのは{most}チャンネルまでです（{n}あります）。</translation>
    </message>
    <message>
        <source>{n:.0f} beats</source>
        <translation>{n:.0f}拍</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names}、{last}</translation>
    </message>
    <message>
        <source>{name} cannot be looked into.</source>
        <translation>{name}は中を見られません。</translation>
    </message>
    <message>
        <source>{name} cannot be published: {why}.</source>
        <translation>{name}は配信できません：{why}。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why})</source>
        <translation>{name}を読み込めません（{why}）</translation>
    </message>
    <message>
        <source>{name} cannot be read any more (it is damaged or has become shorter).</source>
        <translation>{name}を読み込めなくなりました（壊れたか、短くなっています）。</translation>
    </message>
    <message>
        <source>{name} cannot be read any more ({why}).</source>
        <translation>{name}を読み込めなくなりました（{why}）。</translation>
    </message>
    <message>
        <source>{name} cannot be steered: it takes artefacts only.</source>
        <translation>{name}は操作できません：加えられるのはアーチファクトのみです。</translation>
    </message>
    <message>
        <source>{name} does not say in which format to write: it ends in .hea for WFDB, .edf for EDF+, .csv, or .png and .svg for a picture.</source>
        <translation>{name}からは書き出す形式がわかりません：末尾をWFDBは.hea、EDF+は.edf、CSVは.csv、画像は.pngか.svgにしてください。</translation>
    </message>
    <message>
        <source>{name} gives nothing any more: {why}</source>
        <translation>{name}から信号が届かなくなりました：{why}</translation>
    </message>
    <message>
        <source>{name} has come back with other channels or units: it is not taken.</source>
        <translation>{name}は別のチャンネルまたは単位で戻ってきたため、受け取りません。</translation>
    </message>
    <message>
        <source>{name} has come back with {n} channels at {rate:g} Hz instead of {usual} at {fs:g} Hz: it is not taken.</source>
        <translation>{name}は、{usual}チャンネル{fs:g} Hzではなく{n}チャンネル{rate:g} Hzで戻ってきたため、受け取りません。</translation>
    </message>
    <message>
        <source>{name} has no ECG lead to watch.</source>
        <translation>{name}には監視できる心電図の誘導がありません。</translation>
    </message>
    <message>
        <source>{name} has no end: say how much of it to watch, as duration_s=60.</source>
        <translation>{name}には終わりがありません：duration_s=60のように長さを指定してください。</translation>
    </message>
    <message>
        <source>{name} has no end; say how long with --duration.</source>
        <translation>{name}には終わりがありません。--durationで長さを指定してください。</translation>
    </message>
    <message>
        <source>{name} has no lead for the artefact {kind}.</source>
        <translation>{name}にはアーチファクト{kind}を加える誘導がありません。</translation>
    </message>
    <message>
        <source>{name} has no lead {lead}; its leads are {names}.</source>
        <translation>{name}に誘導{lead}はありません。あるのは{names}です。</translation>
    </message>
    <message>
        <source>{name} has {channels} channels where the header lists {n}</source>
        <translation>{name}は{channels}チャンネルですが、ヘッダには{n}と記載されています</translation>
    </message>
    <message>
        <source>{name} holds more than {most} values.</source>
        <translation>{name}の値が{most}個を超えています。</translation>
    </message>
    <message>
        <source>{name} is a gap in some segments: it is in {unit} there, and in {unit2} in the record.</source>
        <translation>{name}は一部のセグメントで欠測になります：そこでは単位が{unit}、記録では{unit2}です。</translation>
    </message>
    <message>
        <source>{name} is no longer looked for.</source>
        <translation>{name}を探すのをやめました。</translation>
    </message>
    <message>
        <source>{name} is no recording, of which minutes could be played.</source>
        <translation>{name}は記録ではないため、一部を再生することはできません。</translation>
    </message>
    <message>
        <source>{name} is not a FLAC file</source>
        <translation>{name}はFLACファイルではありません</translation>
    </message>
    <message>
        <source>{name} is not a FLAC file of format {fmt}</source>
        <translation>{name}は形式{fmt}のFLACファイルではありません</translation>
    </message>
    <message>
        <source>{name} is not being recorded any more: {why}.</source>
        <translation>{name}の収録が止まりました：{why}。</translation>
    </message>
    <message>
        <source>{name} is not being recorded: {error}</source>
        <translation>{name}を収録していません：{error}</translation>
    </message>
    <message>
        <source>{name} is read in pieces, so its samples are not compared with the checksums in {label}.</source>
        <translation>{name}は少しずつ読み込むため、サンプルを{label}のチェックサムと照合していません。</translation>
    </message>
    <message>
        <source>{name} is too short, with {frames} of the {announced} samples that the header announces</source>
        <translation>{name}は短すぎます。ヘッダに記載の{announced}サンプルのうち{frames}しかありません</translation>
    </message>
    <message>
        <source>{name} is what is received: publish it under another name.</source>
        <translation>{name}は受信しているストリームです。別の名前で配信してください。</translation>
    </message>
    <message>
        <source>{name} lasts {seconds:.0f} s; it has no {lasts_s:g} s from {start_s:g} s on.</source>
        <translation>{name}は{seconds:.0f}秒です。{start_s:g}秒から{lasts_s:g}秒間はありません。</translation>
    </message>
    <message>
        <source>{name} of the alarm log was left out: {why}.</source>
        <translation>アラーム履歴の{name}を除外しました：{why}。</translation>
    </message>
    <message>
        <source>{name} reaches {far:g} {unit}: more than EDF+ can hold. Write WFDB or CSV.</source>
        <translation>{name}が{far:g} {unit}に達し、EDF+に入りません。WFDBかCSVで書き出してください。</translation>
    </message>
    <message>
        <source>{name} was interpolated from {slow:g} Hz to {fast:g} Hz.</source>
        <translation>{name}を{slow:g} Hzから{fast:g} Hzに補間しました。</translation>
    </message>
    <message>
        <source>{name} was left out: its gain, {gain:g}, is out of all proportion.</source>
        <translation>{name}を除外しました：ゲイン{gain:g}が極端です。</translation>
    </message>
    <message>
        <source>{name}, trained</source>
        <translation>{name}（学習後）</translation>
    </message>
    <message>
        <source>{name}, untrained</source>
        <translation>{name}（学習前）</translation>
    </message>
    <message>
        <source>{normal} of a normal beat and {ventricular} of a ventricular one</source>
        <translation>正常拍の{normal}、心室性の拍の{ventricular}</translation>
    </message>
    <message>
        <source>{notes}, with artefacts: {told}.</source>
        <translation>{notes}。加えたアーチファクト：{told}。</translation>
    </message>
    <message>
        <source>{n} ({names})</source>
        <translation>{n}（{names}）</translation>
    </message>
    <message>
        <source>{n} annotations in {file} outside the record were left out.</source>
        <translation>{file}のアノテーションのうち、記録の範囲外の{n}件を除外しました。</translation>
    </message>
    <message>
        <source>{n} beats ({classes})</source>
        <translation>{n}拍（{classes}）</translation>
    </message>
    <message>
        <source>{n} damaged annotations in {file} were left out.</source>
        <translation>{file}の壊れたアノテーション{n}件を除外しました。</translation>
    </message>
    <message>
        <source>{n} early</source>
        <translation>早期{n}</translation>
    </message>
    <message>
        <source>{n} leads</source>
        <translation>{n} 誘導</translation>
    </message>
    <message>
        <source>{n} marks are of {names}, not of the chosen recording of that name: they are left out.</source>
        <translation>{n}件の印は{names}のもので、選択した同名の記録のものではないため、除外しました。</translation>
    </message>
    <message>
        <source>{n} marks of an older version name only {listed} and cannot be placed: they are kept in the file and not followed.</source>
        <translation>旧版の印{n}件は{listed}という名前しかなく、位置がわかりません。ファイルには残しますが、使いません。</translation>
    </message>
    <message>
        <source>{n} marks of records that are not chosen are left out ({names}).</source>
        <translation>選択されていない記録の印{n}件を除外しました（{names}）。</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>ほか{n}件</translation>
    </message>
    <message>
        <source>{n} not told</source>
        <translation>判定なし{n}</translation>
    </message>
    <message>
        <source>{n} other windows are open</source>
        <translation>ほかに{n}個のウィンドウが開いています</translation>
    </message>
    <message>
        <source>{n} rows of {file} have no number somewhere: gaps.</source>
        <translation>{file}の{n}行に数値の欠けがあります：欠測として扱います。</translation>
    </message>
    <message>
        <source>{n} streams are called {name}; this is the newest, on {host}.</source>
        <translation>{name}という名前のストリームが{n}個あります。表示しているのは最も新しい、{host}のものです。</translation>
    </message>
    <message>
        <source>{n} streams of the network are called {name}; say which one: {each}{more}.</source>
        <translation>ネットワークに{name}という名前のストリームが{n}本あります。どれかを指定してください：{each}{more}。</translation>
    </message>
    <message>
        <source>{n} unlike the patient&apos;s own</source>
        <translation>通常と異なる{n}</translation>
    </message>
    <message>
        <source>{n} usual</source>
        <translation>通常{n}</translation>
    </message>
    <message>
        <source>{n} × class V</source>
        <translation>クラスV×{n}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one}、かつ{other}</translation>
    </message>
    <message>
        <source>{options} is said of a text file (.csv, .txt, .tsv, .asc), not of {name}.</source>
        <translation>{options}はテキストファイル（.csv、.txt、.tsv、.asc）用で、{name}には使えません。</translation>
    </message>
    <message>
        <source>{option} {value:.4g}</source>
        <translation>{option} {value:.4g}</translation>
    </message>
    <message>
        <source>{outside} annotations in {name} outside the record were left out.</source>
        <translation>{name}のうち、記録の範囲外のアノテーション{outside}件を除外しました。</translation>
    </message>
    <message>
        <source>{out} holds a model of kind {there}; name another file, or move it away.</source>
        <translation>{out}には{there}のモデルが入っています。別のファイルを指定するか、移動してください。</translation>
    </message>
    <message>
        <source>{own}: {name}</source>
        <translation>{own}：{name}</translation>
    </message>
    <message>
        <source>{parent} could not be made: {why}.</source>
        <translation>{parent}を作れませんでした：{why}。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}).</source>
        <extracomment>Size above which a list is refused, in bytes: half a million files have one of 64 MB.</extracomment>
        <translation>{path}を読み込めません（{why}）。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>{path}を読み込めません：{why}。</translation>
    </message>
    <message>
        <source>{path} claims to hold {count} items; 1 to {most} are possible.</source>
        <translation>{path}には{count}件と記載されていますが、可能なのは1～{most}件です。</translation>
    </message>
    <message>
        <source>{path} could not be taken away: {why}.</source>
        <translation>{path}を取り除けませんでした：{why}。</translation>
    </message>
    <message>
        <source>{path} could not be written: its text holds half a character.</source>
        <translation>{path}に書き込めませんでした：文字の断片が含まれています。</translation>
    </message>
    <message>
        <source>{path} could not be written: {why}.</source>
        <translation>{path}に書き込めませんでした：{why}。</translation>
    </message>
    <message>
        <source>{path} does not say which model it holds.</source>
        <translation>{path}にはモデルの種類の記載がありません。</translation>
    </message>
    <message>
        <source>{path} ends early: {n} of {size} bytes.</source>
        <translation>{path}が途中で終わっています：{size}バイト中{n}バイトしかありません。</translation>
    </message>
    <message>
        <source>{path} ends within its header.</source>
        <translation>{path}がヘッダの途中で終わっています。</translation>
    </message>
    <message>
        <source>{path} exists already: move it away, or name another folder.</source>
        <translation>{path}はすでにあります。移動するか、別のフォルダを指定してください。</translation>
    </message>
    <message>
        <source>{path} goes on after its last item.</source>
        <translation>{path}が最後の項目の後にも続いています。</translation>
    </message>
    <message>
        <source>{path} has an unusable card: a field is of the wrong type.</source>
        <translation>{path}のカードは使えません：型の違う項目があります。</translation>
    </message>
    <message>
        <source>{path} has an unusable card: {why}</source>
        <translation>{path}のカードは使えません：{why}</translation>
    </message>
    <message>
        <source>{path} has an unusable value for {name}.</source>
        <translation>{path}の{name}の値は使えません。</translation>
    </message>
    <message>
        <source>{path} has not all the figures of {what} ({error}).</source>
        <translation>{path}に{what}の数値がそろっていません（{error}）。</translation>
    </message>
    <message>
        <source>{path} has not the card that this version&apos;s models have.</source>
        <translation>{path}のカードがこの版のモデルのものと異なります。</translation>
    </message>
    <message>
        <source>{path} has not the settings that this version&apos;s models have.</source>
        <translation>{path}の設定がこの版のモデルのものと異なります。</translation>
    </message>
    <message>
        <source>{path} has not the tensors of a {architecture}.</source>
        <translation>{path}のテンソルが{architecture}のものではありません。</translation>
    </message>
    <message>
        <source>{path} has the architecture {architecture!r}, but this version reads {wanted!r}.</source>
        <translation>{path}の構造は{architecture!r}ですが、この版で読めるのは{wanted!r}です。</translation>
    </message>
    <message>
        <source>{path} has unusable settings: {error}</source>
        <translation>{path}の設定は使えません：{error}</translation>
    </message>
    <message>
        <source>{path} has values in {name} that are not finite.</source>
        <translation>{path}の{name}に有限でない値があります。</translation>
    </message>
    <message>
        <source>{path} has {name} as {found} {dtype}, not {shape} {wanted}.</source>
        <translation>{path}の{name}が{found} {dtype}で、{shape} {wanted}ではありません。</translation>
    </message>
    <message>
        <source>{path} holds a class of version {version}, not {wanted}.</source>
        <translation>{path}は版{version}の授業です（必要なのは版{wanted}）。</translation>
    </message>
    <message>
        <source>{path} holds a mark that is neither normal nor missed at a sample of a source.</source>
        <translation>{path}に、信号源のサンプルに付いた「正常」でも「見逃し」でもない印があります。</translation>
    </message>
    <message>
        <source>{path} holds a model of kind {kind!r}, not {wanted!r}.</source>
        <translation>{path}のモデルの種類は{kind!r}で、{wanted!r}ではありません。</translation>
    </message>
    <message>
        <source>{path} holds a model of kind {said!r}, which is none of {known}.</source>
        <translation>{path}のモデルの種類{said!r}は{known}のいずれでもありません。</translation>
    </message>
    <message>
        <source>{path} holds labels that are not digits.</source>
        <extracomment>Rows and columns of an image. Pixels of an image. No file of this kind holds more items; a larger count is refused before anything is read.</extracomment>
        <translation>{path}に数字ではないラベルがあります。</translation>
    </message>
    <message>
        <source>{path} holds marks of version {version!r}, not {wanted}.</source>
        <translation>{path}の印は版{version!r}です（必要なのは版{wanted}）。</translation>
    </message>
    <message>
        <source>{path} holds the digit model {name!r}, which this version does not know.</source>
        <translation>{path}の数字モデル{name!r}はこの版では未知です。</translation>
    </message>
    <message>
        <source>{path} is a file of the record itself, which would be lost; name another file.</source>
        <translation>{path}は記録そのもののファイルで、上書きすると失われます。別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{path} is a folder; name a file to write.</source>
        <translation>{path}はフォルダです。書き込むファイルを指定してください。</translation>
    </message>
    <message>
        <source>{path} is larger than any weights file ({most} MB).</source>
        <translation>{path}は重みのファイルとして大きすぎます（上限{most} MB）。</translation>
    </message>
    <message>
        <source>{path} is no ordinary file; name another one.</source>
        <translation>{path}は通常のファイルではありません。別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{path} is not a file of marks: it holds something else.</source>
        <translation>{path}は印のファイルではありません：別のものが入っています。</translation>
    </message>
    <message>
        <source>{path} is not a file of marks: {msg} in line {lineno}.</source>
        <translation>{path}は印のファイルではありません：{lineno}行目：{msg}。</translation>
    </message>
    <message>
        <source>{path} is not a file of marks: {why}.</source>
        <translation>{path}は印のファイルではありません：{why}。</translation>
    </message>
    <message>
        <source>{path} is not a readable gzip file ({why}).</source>
        <translation>{path}は読み込めるgzipファイルではありません（{why}）。</translation>
    </message>
    <message>
        <source>{path} is not a readable safetensors file ({why}).</source>
        <translation>{path}は読み込めるsafetensorsファイルではありません（{why}）。</translation>
    </message>
    <message>
        <source>{path} is not an IDX file of {what}.</source>
        <translation>{path}は{what}のIDXファイルではありません。</translation>
    </message>
    <message>
        <source>{path} is not readable ({error}).</source>
        <translation>{path}を読み込めません（{error}）。</translation>
    </message>
    <message>
        <source>{path} is not the file of a class: {error}.</source>
        <translation>{path}は授業のファイルではありません：{error}。</translation>
    </message>
    <message>
        <source>{path} is not the file of a class: {problem}.</source>
        <translation>{path}は授業のファイルではありません：{problem}。</translation>
    </message>
    <message>
        <source>{path} may not be written.</source>
        <translation>{path}には書き込めません。</translation>
    </message>
    <message>
        <source>{path} was fitted behind the front end {given!r}, but this version has {wanted!r}.</source>
        <translation>{path}はフロントエンド{given!r}で学習されていますが、この版は{wanted!r}です。</translation>
    </message>
    <message>
        <source>{path}: {why}.</source>
        <translation>{path}：{why}。</translation>
    </message>
    <message>
        <source>{pause} of {seconds:.1f} s</source>
        <translation>{pause} {seconds:.1f}秒</translation>
    </message>
    <message>
        <source>{pulse:.0f} of {heart:.0f}/min</source>
        <translation>{heart:.0f}/分のうち{pulse:.0f}</translation>
    </message>
    <message>
        <source>{rate:.0f}/min</source>
        <translation>{rate:.0f}/分</translation>
    </message>
    <message>
        <source>{rhythm} ({label})</source>
        <translation>{rhythm}（{label}）</translation>
    </message>
    <message>
        <source>{rhythm} {lasting}</source>
        <translation>{rhythm} {lasting}</translation>
    </message>
    <message>
        <source>{said}; beat alerts are withheld</source>
        <translation>{said}。拍のアラートは控えます</translation>
    </message>
    <message>
        <source>{said}; this lead has no vote</source>
        <translation>{said}。この誘導は判定に加わりません</translation>
    </message>
    <message>
        <source>{seconds:.0f} s are too many for one picture: draw at most {seconds_at_once:.0f} s.</source>
        <translation>{seconds:.0f}秒は1枚の図には長すぎます。{seconds_at_once:.0f}秒までにしてください。</translation>
    </message>
    <message>
        <source>{seconds:.0f} s of {name} drawn in {path}.</source>
        <translation>{name}の{seconds:.0f} 秒を{path}に描きました。</translation>
    </message>
    <message>
        <source>{seconds:.0f} s of {name} with {n} annotations written to {path}.</source>
        <translation>{name}の{seconds:.0f} 秒を、アノテーション{n}件とともに{path}に書き出しました。</translation>
    </message>
    <message>
        <source>{seconds:.0f} s of {name} written to {path}, {n} beats and other events to {events}.</source>
        <translation>{name}の{seconds:.0f} 秒を{path}に、拍などのイベント{n}件を{events}に書き出しました。</translation>
    </message>
    <message>
        <source>{seconds:.1f} h of {n} leads are too much for one EDF+ file here: write a shorter stretch, or WFDB.</source>
        <translation>{n}誘導{seconds:.1f}時間は1つのEDF+ファイルには大きすぎます。短い区間にするか、WFDBで書き出してください。</translation>
    </message>
    <message>
        <source>{seconds:.1f} s of {name} were not recorded.</source>
        <translation>{name}の{seconds:.1f} 秒を記録できませんでした。</translation>
    </message>
    <message>
        <source>{shape}; after a pause of {pause:.1f} s</source>
        <translation>{shape}。{pause:.1f}秒の休止の後です</translation>
    </message>
    <message>
        <source>{shape}; its moment and what comes before it are not</source>
        <translation>{shape}。タイミングと先行する拍が通常と異なります</translation>
    </message>
    <message>
        <source>{shape}; late by {share:.0f} %</source>
        <translation>{shape}。{share:.0f} % 遅れています</translation>
    </message>
    <message>
        <source>{shape}; premature by {share:.0f} %</source>
        <translation>{shape}。{share:.0f} % 早く出ています</translation>
    </message>
    <message>
        <source>{spec} is no record of PhysioNet: one is named as {scheme}:afdb/04015.</source>
        <translation>{spec}はPhysioNetの記録ではありません。{scheme}:afdb/04015のように指定します。</translation>
    </message>
    <message>
        <source>{stop:g} s</source>
        <translation>{stop:g}秒</translation>
    </message>
    <message>
        <source>{strange} annotations of unknown type in {name} were left out.</source>
        <translation>{name}のうち、未知の種類のアノテーション{strange}件を除外しました。</translation>
    </message>
    <message>
        <source>{strip}, with: {artefact}</source>
        <translation>{strip}、{artefact}あり</translation>
    </message>
    <message>
        <source>{text} is not what may stand after a text file&apos;s name, as ?rate=100&amp;unit=mV&amp;column=2.</source>
        <translation>{text}はテキストファイル名の後に書けません。例：?rate=100&amp;unit=mV&amp;column=2。</translation>
    </message>
    <message>
        <source>{value:.1f} {unit}</source>
        <translation>{value:.1f} {unit}</translation>
    </message>
    <message>
        <source>{value} is no sampling rate: say it in Hz, as 250.</source>
        <translation>{value}はサンプリング周波数ではありません：250のようにHzで指定してください。</translation>
    </message>
    <message>
        <source>{value} is no unit: say mV, uV, V, a converter&apos;s steps as 200/mV, or none where no voltage is.</source>
        <translation>{value}は単位ではありません：mV、uV、V、A/D変換器のカウント値（200/mVなど）、電圧でなければnoneを指定してください。</translation>
    </message>
    <message>
        <source>{what} (modelled)</source>
        <translation>{what}（モデル）</translation>
    </message>
    <message>
        <source>{what} (recorded)</source>
        <translation>{what}（実記録）</translation>
    </message>
    <message>
        <source>{what} (which is not in {local})</source>
        <translation>{what}（{local}にはありません）</translation>
    </message>
    <message>
        <source>{what} ({score:.1f}, threshold {line:.1f})</source>
        <translation>{what}（{score:.1f}、しきい値{line:.1f}）</translation>
    </message>
    <message>
        <source>{what} could not be downloaded from {host}.</source>
        <translation>{what}を{host}からダウンロードできませんでした。</translation>
    </message>
    <message>
        <source>{what} could not be downloaded: no connection to {host}.</source>
        <translation>{what}をダウンロードできませんでした：{host}に接続できません。</translation>
    </message>
    <message>
        <source>{what} could not be downloaded: the connection to {host} broke off.</source>
        <translation>{what}をダウンロードできませんでした：{host}との接続が切れました。</translation>
    </message>
    <message>
        <source>{what} could not be downloaded: {host} answered with status {status}.</source>
        <translation>{what}をダウンロードできませんでした：{host}の応答はステータス{status}でした。</translation>
    </message>
    <message>
        <source>{what} could not be downloaded: {host} does not answer.</source>
        <translation>{what}をダウンロードできませんでした：{host}が応答しません。</translation>
    </message>
    <message>
        <source>{what} could not be downloaded: {host} sends less than {least:g} kB a second.</source>
        <translation>{what}をダウンロードできませんでした：{host}からの速度が毎秒{least:g} kB未満です。</translation>
    </message>
    <message>
        <source>{what} could not be downloaded: {host} sends us on to {error}.</source>
        <translation>{what}をダウンロードできませんでした：{host}から{error}に転送されました。</translation>
    </message>
    <message>
        <source>{what} could not be saved in {folder}: {why}.</source>
        <translation>{what}を{folder}に保存できませんでした：{why}。</translation>
    </message>
    <message>
        <source>{what} is not on this computer, and {host} was not asked for it.</source>
        <extracomment>Seconds to wait for a connection, and for the next bytes of an open one. Seconds that a transfer may take beyond what its bytes take at `LEAST_RATE`. Bytes a second below which a server is given up: two megabytes, a record, then take four minutes. Bytes between two looks at progress and cancel. Seconds between two calls of the caller&apos;s predicate and progress callback. Seconds that a stopped transfer gets to clean up before the caller goes on; it ends on its own then. Redirects that are followed.</extracomment>
        <translation>{what}はこのコンピューターにありません。{host}には問い合わせていません。</translation>
    </message>
    <message>
        <source>{what} was refused: it has more than {most:g} MB.</source>
        <translation>{what}を受け付けませんでした：{most:g} MBを超えています。</translation>
    </message>
    <message>
        <source>{what} was refused: what {host} sent is not the published file (its SHA-256 differs).</source>
        <extracomment>Seconds after which a temporary file of a transfer was left by a program that died: none takes that long. Times that a transfer which broke off is gone on with, as long as each brought something.</extracomment>
        <translation>{what}を受け付けませんでした：{host}から届いたものは公開されたファイルではありません（SHA-256が異なります）。</translation>
    </message>
    <message>
        <source>{what} was refused: {path} cannot be read ({why}).</source>
        <translation>{what}を受け付けませんでした：{path}を読み込めません（{why}）。</translation>
    </message>
    <message>
        <source>{what} was refused: {path} is not the published file (its SHA-256 differs).</source>
        <translation>{what}を受け付けませんでした：{path}は公開されたファイルではありません（SHA-256が異なります）。</translation>
    </message>
    <message>
        <source>{what} {amount:g} {unit}</source>
        <translation>{what} {amount:g} {unit}</translation>
    </message>
    <message>
        <source>{what}, at worst {measured}</source>
        <translation>{what}、最悪値{measured}</translation>
    </message>
    <message>
        <source>{what}: downloading {size}.</source>
        <extracomment>Least time between two plain lines about one download, in seconds.</extracomment>
        <translation>{what}：{size}をダウンロードしています。</translation>
    </message>
    <message>
        <source>{what}: the download was stopped.</source>
        <translation>{what}：ダウンロードを中止しました。</translation>
    </message>
    <message>
        <source>{what}: {done:.1f} of {size}.</source>
        <translation>{what}：{size}中{done:.1f}。</translation>
    </message>
    <message>
        <source>{what}: {measured}</source>
        <translation>{what}：{measured}</translation>
    </message>
    <message>
        <source>{what}: {n} beats at {rate:.0f}/min</source>
        <translation>{what}：{n} 拍、{rate:.0f}/分</translation>
    </message>
    <message>
        <source>{why}.</source>
        <translation>{why}。</translation>
    </message>
    <message>
        <source>{why}; what lies in one folder is one patient&apos;s and kept together</source>
        <translation>{why}。同じフォルダにあるものは一人の患者の記録とみなし、分けません</translation>
    </message>
    <message>
        <source>{words}, {amount:g} {unit}</source>
        <translation>{words}、{amount:g} {unit}</translation>
    </message>
    <message>
        <source>“{deed}”</source>
        <translation>「{deed}」</translation>
    </message>
</context>
</TS>
