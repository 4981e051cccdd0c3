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
        <source>, </source>
        <translation>、</translation>
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
        <source>A day each of 84 people with paroxysmal or lasting atrial fibrillation; two leads.</source>
        <translation>発作性または持続性心房細動の84人、各1日。2誘導。</translation>
    </message>
    <message>
        <source>A hundred recordings of about two minutes in which T waves may take turns.</source>
        <translation>T波交互脈を含みうる約2分の記録100件。</translation>
    </message>
    <message>
        <source>A model of a heart, not a person.</source>
        <translation>心臓のモデルであり、実在の人ではありません。</translation>
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
        <source>AF / flutter</source>
        <translation>AF／粗動</translation>
    </message>
    <message>
        <source>AV block</source>
        <translation>房室ブロック</translation>
    </message>
    <message>
        <source>AV block, first degree</source>
        <translation>第1度房室ブロック</translation>
    </message>
    <message>
        <source>AV block, second degree, Mobitz II</source>
        <translation>第2度房室ブロック（Mobitz II型）</translation>
    </message>
    <message>
        <source>AV block, second degree, Wenckebach</source>
        <translation>第2度房室ブロック（Wenckebach型）</translation>
    </message>
    <message>
        <source>AV block, second or third degree</source>
        <translation>第2度または第3度房室ブロック</translation>
    </message>
    <message>
        <source>AV block, third degree</source>
        <translation>第3度房室ブロック（完全房室ブロック）</translation>
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
        <source>After a stream&apos;s name may stand channels=, unit=, rate=, source_id= and host=, not {part!r}.</source>
        <translation>ストリーム名の後に書けるのはchannels=、unit=、rate=、source_id=、host=で、{part!r}は書けません。</translation>
    </message>
    <message>
        <source>After a text file&apos;s name may stand rate, unit, column and time, not {key}.</source>
        <translation>テキストファイル名の後に書けるのはrate、unit、column、timeで、{key}は書けません。</translation>
    </message>
    <message>
        <source>Agonal rhythm</source>
        <translation>死戦期調律</translation>
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
        <source>Baseline wander</source>
        <translation>基線動揺</translation>
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
        <source>Desaturation</source>
        <translation>酸素飽和度低下</translation>
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
        <source>Extreme bradycardia</source>
        <translation>極端な徐脈</translation>
    </message>
    <message>
        <source>Extreme tachycardia</source>
        <translation>極端な頻脈</translation>
    </message>
    <message>
        <source>Fibrillation, a day</source>
        <translation>心房細動（1日）</translation>
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
        <source>Holter recordings of people whose heart stopped during them; up to a day each.</source>
        <translation>記録中に心停止となった人のホルター心電図。各最長1日。</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>個人識別</translation>
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
        <source>It could not be set aside ({reason}).</source>
        <translation>別名で退避できませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>It could not be set aside ({reason}); no marks are kept.</source>
        <translation>別名で退避できず（{reason}）、印は保存されません。</translation>
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
        <source>Left bundle branch block</source>
        <translation>左脚ブロック</translation>
    </message>
    <message>
        <source>Limits of waves</source>
        <translation>波の始点と終点</translation>
    </message>
    <message>
        <source>Long QT</source>
        <translation>QT延長</translation>
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
        <source>Noise alone, without a heart: {noise}; its amplitude is not calibrated</source>
        <extracomment>How the field, and this project, divide the databases.</extracomment>
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
        <source>Not redrawn</source>
        <translation>再構成できず</translation>
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
        <source>QT intervals</source>
        <translation>QT間隔</translation>
    </message>
    <message>
        <source>RR varies by {change:.0f} % from beat to beat, {wave}</source>
        <translation>RR間隔が拍ごとに{change:.0f} %変動、{wave}</translation>
    </message>
    <message>
        <source>Received from the network since {at} UTC.</source>
        <translation>{at}（UTC）からネットワークで受信。</translation>
    </message>
    <message>
        <source>Record {name} is {size:,.0f} MB large, and more than {limit:.0f} MB are fetched only when asked for: --large says so.</source>
        <translation>記録{name}の大きさは{size:,.0f} MBです。{limit:.0f} MBを超えるものは、--largeで指定したときだけ取得します。</translation>
    </message>
    <message>
        <source>Record {record} from {start:g} s</source>
        <translation>記録{record}、{start:g}秒から</translation>
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
        <source>SVT</source>
        <translation>SVT</translation>
    </message>
    <message>
        <source>Seven recordings of 14 to 22 hours, every beat annotated.</source>
        <translation>14～22時間の記録7件。全拍にアノテーション。</translation>
    </message>
    <message>
        <source>Short ventricular runs</source>
        <translation>心室期外収縮のショートラン</translation>
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
        <source>Streams of the network need pylsl, which is not installed: {how}.</source>
        <translation>ネットワークのストリームにはpylslが必要ですが、入っていません：{how}。</translation>
    </message>
    <message>
        <source>Streams of the network need the library liblsl, which cannot be used here ({why}); {how} brings one on most machines.</source>
        <translation>ネットワークのストリームにはライブラリliblslが必要ですが、ここでは使えません（{why}）。多くの環境では{how}で入ります。</translation>
    </message>
    <message>
        <source>Sudden death</source>
        <translation>突然死</translation>
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
        <source>The annotations in {file} were left out: {why}.</source>
        <translation>{file}のアノテーションを除外しました：{why}。</translation>
    </message>
    <message>
        <source>The library liblsl is too old ({found}); {how} brings a newer one.</source>
        <translation>ライブラリliblslが古すぎます（{found}）。{how}で新しいものが入ります。</translation>
    </message>
    <message>
        <source>The rate of a stream is {least:g} to {most:g} Hz, not {rate!r}.</source>
        <translation>ストリームのサンプリング周波数は{least:g}～{most:g} Hzです：{rate!r}は使えません。</translation>
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
        <source>The times of {file} are uneven, with steps of {low:.3g} to {high:.3g} ms: it was interpolated to {fs:g} Hz.</source>
        <translation>{file}の時刻は不均一です（間隔{low:.3g}～{high:.3g} ms）：{fs:g} Hzに補間しました。</translation>
    </message>
    <message>
        <source>The unit of a stream is uV, mV or V, not {unit!r}.</source>
        <translation>ストリームの単位はuV、mV、Vのいずれかです：{unit!r}は使えません。</translation>
    </message>
    <message>
        <source>The zero of {lead} is its median: steps of a converter do not say where it is.</source>
        <translation>{lead}の0は中央値です：変換器の段数からは0の位置がわかりません。</translation>
    </message>
    <message>
        <source>There are {n} gaps in the times of {file}.</source>
        <translation>{file}の時刻に{n}か所の欠測があります。</translation>
    </message>
    <message>
        <source>There is no file {file} to be read.</source>
        <extracomment>Name of the embedded record.</extracomment>
        <translation>読み込むファイル{file}がありません。</translation>
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
        <source>a minute</source>
        <translation>/分</translation>
    </message>
    <message>
        <source>aberrated atrial premature beat</source>
        <translation>変行伝導を伴う心房期外収縮</translation>
    </message>
    <message>
        <source>alarm {alarm}</source>
        <translation>アラーム {alarm}</translation>
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
        <source>block</source>
        <translation>伝導比</translation>
    </message>
    <message>
        <source>class V</source>
        <translation>クラスV</translation>
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
        <source>electrode motion</source>
        <translation>電極の動き</translation>
    </message>
    <message>
        <source>every</source>
        <translation>間隔</translation>
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
        <source>flat line</source>
        <translation>平坦</translation>
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
        <source>idioventricular rhythm</source>
        <translation>心室固有調律</translation>
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
        <source>it announces {n} data records</source>
        <translation>データレコード数が{n}と記載されています</translation>
    </message>
    <message>
        <source>it announces {n} signals, where 1 to {most} are possible</source>
        <translation>信号数が{n}と記載されていますが、可能なのは1～{most}です</translation>
    </message>
    <message>
        <source>it cannot be read ({why})</source>
        <extracomment>Fields of a signal and their widths, in the order in which they stand, each for all signals together.</extracomment>
        <translation>読み込めません（{why}）</translation>
    </message>
    <message>
        <source>it carries texts, not samples</source>
        <translation>信号ではなく文字を送っています</translation>
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
        <source>it has more than {n} data records</source>
        <translation>データレコードが{n}件を超えています</translation>
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
        <translation>{n}件を超えています</translation>
    </message>
    <message>
        <source>it is discontinuous and does not say when its data records begin</source>
        <translation>不連続なのに、データレコードの開始時刻の記載がありません</translation>
    </message>
    <message>
        <source>it is larger than the {n} MiB that are read of text</source>
        <translation>テキストとして読める{n} MiBを超えています</translation>
    </message>
    <message>
        <source>it is sampled at {fs:g} Hz, and only {low:g} to {high:g} Hz can be analysed</source>
        <extracomment>ECG leads that the monitor shows at most: those of a standard ECG. Pressures, pleth, respiration and the like that are read besides. Sampling frequencies that the analysis is made for, in Hz. Sampling frequency up to which a record is read, in Hz; `assets.pieces.slower` brings it to the others. ADC units per mV between which a gain is believable; beyond, float32 would overflow or lose the signal. File and format of a signal in a header that only says which signals there are (header(5), &quot;layout&quot;). Files that people pick when they mean the record.</extracomment>
        <translation>サンプリング周波数が{fs:g} Hzで、解析できるのは{low:g}～{high:g} Hzです</translation>
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
        <source>its data records reach over more than {days:g} days or have more than {n} gaps between them</source>
        <translation>データレコードが{days:g}日を超える範囲にわたるか、間に{n}か所を超える欠測があります</translation>
    </message>
    <message>
        <source>its dates may begin with the day or with the month, and both make sense; write them as 2024-03-05, or tell its rate and that no column is the time (time=none)</source>
        <translation>日付が日から始まるのか月から始まるのか判断できません。2024-03-05の形で書くか、サンプリング周波数を指定し、時刻の列なし（time=none）としてください</translation>
    </message>
    <message>
        <source>its header is said to have {told} bytes, and {n} signals take {size}</source>
        <translation>ヘッダの大きさが{told}バイトと記載されていますが、{n}信号では{size}バイトになります</translation>
    </message>
    <message>
        <source>its rows are not alike ({why})</source>
        <translation>行の形がそろっていません（{why}）</translation>
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
        <source>mean</source>
        <translation>平均</translation>
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
        <source>no model fails alone, but together they find it unusual</source>
        <translation>単独で失敗したモデルはありませんが、合わせると異常と見えます</translation>
    </message>
    <message>
        <source>no more: {artefact}</source>
        <translation>終了：{artefact}</translation>
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
        <translation>第2度房室ブロック</translation>
    </message>
    <message>
        <source>share of the pulses</source>
        <translation>パルスに占める割合</translation>
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
        <source>sinus bradycardia</source>
        <translation>洞徐脈</translation>
    </message>
    <message>
        <source>size of the header</source>
        <translation>ヘッダの大きさ</translation>
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
        <source>systolic</source>
        <translation>収縮期</translation>
    </message>
    <message>
        <source>the autoencoder could not redraw it</source>
        <translation>オートエンコーダが再構成できませんでした</translation>
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
        <source>the instructor&apos;s word</source>
        <translation>指導者の指示</translation>
    </message>
    <message>
        <source>the limit is {limit:g}{unit}</source>
        <translation>設定値は{limit:g}{unit}</translation>
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
        <source>there are no rows of numbers in it</source>
        <translation>数値の行がありません</translation>
    </message>
    <message>
        <source>there is no column of a signal in it</source>
        <translation>信号の列がありません</translation>
    </message>
    <message>
        <source>they take more than {n} MiB</source>
        <translation>{n} MiBを超えています</translation>
    </message>
    <message>
        <source>third degree heart block</source>
        <translation>第3度房室ブロック</translation>
    </message>
    <message>
        <source>too little heard so far</source>
        <translation>まだ十分に観察していません</translation>
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
        <source>{count} × {beat}</source>
        <translation>{beat} × {count}</translation>
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
        <source>{file} is sampled at {fast:g} Hz: its leads are shown and analysed at {fs:g} Hz, of which {cut:.0f} Hz and less are as they were.</source>
        <translation>{file}のサンプリング周波数は{fast:g} Hzです。誘導は{fs:g} Hzにして表示・解析し、{cut:.0f} Hz以下の成分はそのままです。</translation>
    </message>
    <message>
        <source>{label} cannot be opened: {cause}.</source>
        <extracomment>Size above which a header is refused, in bytes; weeks in intensive care list thousands of segments. Length above which a header line is refused, in characters (header(5) allows 255; comments run longer). Signals a header may list; polysomnograms list some thirty. Samples of one signal in one frame; a file made of EDF has a second or more of them. Sampling frequency where the header gives none, in Hz: the default of header(5). Units per mV where the header gives no gain, or one of 0 (&quot;uncalibrated&quot;): the default of header(5). Length above which a lead&apos;s name is cut, in characters.</extracomment>
        <translation>{label}を開けません：{cause}。</translation>
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
        <source>{meanwhile} ({why})</source>
        <translation>{meanwhile}（{why}）</translation>
    </message>
    <message>
        <source>{meanwhile} of {lead}</source>
        <translation>{lead}の{meanwhile}</translation>
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
        <source>{name} cannot be published: {why}.</source>
        <translation>{name}は配信できません：{why}。</translation>
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
        <source>{name} is no longer looked for.</source>
        <translation>{name}を探すのをやめました。</translation>
    </message>
    <message>
        <source>{name} is what is received: publish it under another name.</source>
        <translation>{name}は受信しているストリームです。別の名前で配信してください。</translation>
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
        <source>{shape}; after a pause of {pause:.1f} s</source>
        <translation>{shape}、{pause:.1f}秒の休止の後</translation>
    </message>
    <message>
        <source>{shape}; its moment and what comes before it are not</source>
        <translation>{shape}。タイミングと先行する拍が通常と異なります</translation>
    </message>
    <message>
        <source>{shape}; late by {share:.0f} %</source>
        <translation>{shape}、{share:.0f} %遅い</translation>
    </message>
    <message>
        <source>{shape}; premature by {share:.0f} %</source>
        <translation>{shape}、{share:.0f} %早い</translation>
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
        <translation>{value}は単位ではありません：mV、uV、V、変換器の段数（200/mVなど）、電圧でなければnoneを指定してください。</translation>
    </message>
    <message>
        <source>{what} ({score:.1f}, threshold {line:.1f})</source>
        <translation>{what}（{score:.1f}、しきい値{line:.1f}）</translation>
    </message>
    <message>
        <source>{what} is not on this computer, and {host} was not asked for it.</source>
        <extracomment>Seconds to wait for a connection, and for the next bytes of an open one. Seconds that a transfer may take beyond what its bytes take at `LEAST_RATE`. Bytes a second below which a server is given up: two megabytes, a record, then take four minutes. Bytes between two looks at progress and cancel. Seconds between two calls of the caller&apos;s predicate and progress callback. Seconds that a stopped transfer gets to clean up before the caller goes on; it ends on its own then. Redirects that are followed.</extracomment>
        <translation>{what}はこのコンピューターにありません。{host}には問い合わせていません。</translation>
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
        <source>{words}, {amount:g} {unit}</source>
        <translation>{words}、{amount:g} {unit}</translation>
    </message>
</context>
</TS>
