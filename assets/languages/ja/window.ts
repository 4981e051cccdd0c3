<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>
&lt;p&gt;ECG Monitor replays ECG records as a live stream. An LSTM that forecasts the ECG and an autoencoder that
redraws it were trained on normal beats only; where they err, the beat is likely not normal, and an alert
lights up.&lt;/p&gt;
&lt;p&gt;{no_alarm}&lt;/p&gt;
&lt;p&gt;Records: MIT-BIH Arrhythmia Database, Open Data Commons Attribution License 1.0. Moody GB, Mark RG.
&lt;i&gt;IEEE Eng Med Biol&lt;/i&gt; 20(3):45–50, 2001. MIT-BIH Supraventricular Arrhythmia Database, same licence.
Greenwald SD, Patil RS, Mark RG. &lt;i&gt;Computers in Cardiology&lt;/i&gt; 17:461–464, 1990. MIT-BIH Noise Stress Test
Database, same licence. Moody GB, Muldrow WE, Mark RG. &lt;i&gt;Computers in Cardiology&lt;/i&gt; 11:381–384, 1984.
Goldberger AL et al. &lt;i&gt;Circulation&lt;/i&gt; 101(23):e215–e220, 2000.&lt;/p&gt;
&lt;p&gt;Free software under the MIT licence.&lt;/p&gt;
</source>
        <translation>
&lt;p&gt;ECG Monitorは、心電図記録を生きた信号のように再生します。心電図を予測するLSTMと、波形を描き直すオートエンコーダは、正常な拍だけで学習されています。これらが誤るところでは拍が正常でない可能性が高く、アラートが点灯します。&lt;/p&gt;
&lt;p&gt;{no_alarm}&lt;/p&gt;
&lt;p&gt;記録：MIT-BIH Arrhythmia Database、Open Data Commons Attribution License 1.0。Moody GB, Mark RG.
&lt;i&gt;IEEE Eng Med Biol&lt;/i&gt; 20(3):45–50, 2001. MIT-BIH Supraventricular Arrhythmia Database、同じライセンス。
Greenwald SD, Patil RS, Mark RG. &lt;i&gt;Computers in Cardiology&lt;/i&gt; 17:461–464, 1990. MIT-BIH Noise Stress Test
Database、同じライセンス。Moody GB, Muldrow WE, Mark RG. &lt;i&gt;Computers in Cardiology&lt;/i&gt; 11:381–384, 1984.
Goldberger AL et al. &lt;i&gt;Circulation&lt;/i&gt; 101(23):e215–e220, 2000.&lt;/p&gt;
&lt;p&gt;MITライセンスのフリーソフトウェアです。&lt;/p&gt;
</translation>
    </message>
    <message>
        <source>
Limits {limited}.</source>
        <translation>
設定値 {limited}。</translation>
    </message>
    <message>
        <source>
The trace is taller than its row; a smaller gain, or Auto gain (G), shows it whole.</source>
        <translation>
波形が段より高くなっています。感度を下げるか、自動感度（G）にすると全体が見えます。</translation>
    </message>
    <message>
        <source>
This lead has a gain of its own, so that it can be seen beside the others.</source>
        <translation>
ほかの誘導と並べて見えるように、この誘導には独自の感度があります。</translation>
    </message>
    <message>
        <source>  from beats in a row</source>
        <translation>  連続拍数から</translation>
    </message>
    <message>
        <source>  over beats in a row</source>
        <translation>  連続拍数で</translation>
    </message>
    <message>
        <source> Samples count as in the whole record, of which this is an excerpt from {offset} on.</source>
        <translation> サンプル番号は記録全体でのものです。これはその {offset} からの抜粋です。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source> in {lead}</source>
        <translation>（{lead}）</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>アラート %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) of those listed</source>
        <translation>
            <numerusform>一覧中のアラート %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) within a minute, the last: {said}.</source>
        <translation>
            <numerusform>1分以内にアラート %n 件、最新：{said}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beat(s)</source>
        <translation>
            <numerusform>%n 拍</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beat(s) of {name}</source>
        <translation>
            <numerusform>{name} の %n 拍</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>印 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more page(s)</source>
        <translation>
            <numerusform>ほかに %n ページ</numerusform>
        </translation>
    </message>
    <message>
        <source>, marked as normal</source>
        <translation>、正常の印あり</translation>
    </message>
    <message>
        <source>, {n} marked as normal</source>
        <translation>、{n} 件に正常の印</translation>
    </message>
    <message>
        <source>, {said} by the annotations</source>
        <translation>、アノテーションでは{said}</translation>
    </message>
    <message>
        <source>, {share:.0f} % of all.</source>
        <translation>、全体の {share:.0f} %。</translation>
    </message>
    <message>
        <source>, {share} by the annotations</source>
        <translation>、アノテーションでは {share}</translation>
    </message>
    <message>
        <source>1:02:30 (hours, minutes, seconds), 17:05.5 (minutes, seconds), 90 (seconds) or #32400 (a sample)</source>
        <translation>1:02:30（時、分、秒）、17:05.5（分、秒）、90（秒）、#32400（サンプル）</translation>
    </message>
    <message>
        <source>25 mm/s</source>
        <translation>25 mm/s</translation>
    </message>
    <message>
        <source>; no figures: {why}</source>
        <translation>；数値なし：{why}</translation>
    </message>
    <message>
        <source>&lt;p&gt;Drag the dashed line in a lane, or move it with the arrow keys, to change a threshold. Click the strip of the whole record to go there. Ctrl and the wheel, or a pinch, zoom time around the pointer; a double click returns to 25 mm/s. While paused, drag a strip to look back. The letters over the beats are the annotators&apos;; rest the mouse on a strip, and it names them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;レーンの破線をドラッグするか矢印キーで動かすと、しきい値が変わります。記録全体の帯をクリックすると、そこへ移動します。Ctrl＋ホイールまたはピンチで、ポインタを中心に時間軸を拡大・縮小します。ダブルクリックで 25 mm/s に戻ります。一時停止中は、波形をドラッグして過去を見られます。拍の上の文字はアノテータのものです。波形の上にマウスを置くと、その名前が出ます。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A beat over the line raises an alert. The line can be dragged: it counts for the beats from now on. Earlier stems show what it would have found; alerts that were raised stay.</source>
        <translation>線を越えた拍がアラートを出します。線はドラッグでき、以後の拍に効きます。それまでの縦線は、見つかったはずのものを示します。出たアラートは残ります。</translation>
    </message>
    <message>
        <source>A download that is stopped goes on from there the next time.</source>
        <translation>途中で止めたダウンロードは、次回そこから続きます。</translation>
    </message>
    <message>
        <source>A large record</source>
        <translation>大きな記録</translation>
    </message>
    <message>
        <source>A line was moved by hand: the cross at its handle puts it back, and moving this puts all back</source>
        <translation>線が手で動かされています：つまみの×で元に戻ります。これを動かすとすべて戻ります</translation>
    </message>
    <message>
        <source>A stem for each beat, a third of a second after its R peak: how unlike the patient&apos;s own beats it is. A triangle that points left came early; an open ring on the ground could not be judged.</source>
        <translation>R波頂点の1/3秒後に、拍ごとに1本：患者自身の拍とどれほど違うか。左向きの三角は早く来た拍、地の白丸は判定できなかった拍です。</translation>
    </message>
    <message>
        <source>AF?</source>
        <translation>AF？</translation>
    </message>
    <message>
        <source>AUDIO OFF</source>
        <translation>アラーム音オフ</translation>
    </message>
    <message>
        <source>About</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>About ECG Monitor</source>
        <translation>ECG Monitorについて</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Acknowledge  {keys}</source>
        <translation>確認  {keys}</translation>
    </message>
    <message>
        <source>Acknowledge a bed</source>
        <translation>ベッドのアラームを確認</translation>
    </message>
    <message>
        <source>Acknowledge the alarms of the bed that has the focus, or of the most urgent one.</source>
        <translation>フォーカスのあるベッド、なければ最も緊急なベッドのアラームを確認します。</translation>
    </message>
    <message>
        <source>Against the annotations: disc, an alert that is true; cross, a false one; ring, a beat missed</source>
        <translation>アノテーションとの比較：●は正しいアラート、×は誤ったアラート、○は見逃された拍</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>アラーム</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>アラーム</translation>
    </message>
    <message>
        <source>Alarms cannot sound, as a library for it is missing ({error}).</source>
        <translation>必要なライブラリがないため、アラーム音を鳴らせません（{error}）。</translation>
    </message>
    <message>
        <source>Alarms: {text}</source>
        <translation>アラーム：{text}</translation>
    </message>
    <message>
        <source>Alert on</source>
        <translation>アラート条件</translation>
    </message>
    <message>
        <source>Alert on any spike</source>
        <translation>すべてのスパイクでアラート</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>アラート</translation>
    </message>
    <message>
        <source>Alerts are raised on any spike from now on, over the running models&apos; lines; flutter and pauses too.</source>
        <translation>これからは実行中のモデルの線を越えるすべてのスパイクでアラートを出します。粗動と休止でも出します。</translation>
    </message>
    <message>
        <source>Alerts are raised on any spike now: no beat raises one (X).</source>
        <translation>今はすべてのスパイクでアラートを出します：拍では出しません（X）。</translation>
    </message>
    <message>
        <source>Alerts are raised on beats from now on, once they are classified.</source>
        <translation>これからは、分類された拍でアラートを出します。</translation>
    </message>
    <message>
        <source>Alerts listed: {words}</source>
        <translation>表示中のアラート：{words}</translation>
    </message>
    <message>
        <source>Alerts, newest first</source>
        <translation>アラート、新しい順</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>All kinds   {n}</source>
        <translation>すべての種類   {n}</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>全誘導</translation>
    </message>
    <message>
        <source>All leads, by {names}</source>
        <translation>全誘導（{names}）</translation>
    </message>
    <message>
        <source>An alert once a beat is classified, if it is over the line of the lane Beats. The running models&apos; lines shade what they find until then</source>
        <translation>拍が分類され、拍のレーンの線を越えていればアラートを出します。それまでは実行中のモデルの線が見つけたものに陰を付けます</translation>
    </message>
    <message>
        <source>An alert wherever the forecast&apos;s or the autoencoder&apos;s error is over its line, as in the course. Single beats, runs, bigeminy and trigeminy raise none; flutter, pauses and faults still do</source>
        <translation>講義と同じく、予測またはオートエンコーダの誤差が線を越えるたびにアラートを出します。単発、連発、二段脈、三段脈では出さず、粗動、休止、機器の異常では出します</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>Apnoea, from</source>
        <translation>無呼吸、基準</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムの設定</translation>
    </message>
    <message>
        <source>Asking the stream what it carries…</source>
        <translation>ストリームの内容を問い合わせています…</translation>
    </message>
    <message>
        <source>Asystole, from</source>
        <translation>心静止、基準</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>Atrial fibrillation</source>
        <translation>心房細動</translation>
    </message>
    <message>
        <source>Audio off / on</source>
        <translation>アラーム音オフ／オン</translation>
    </message>
    <message>
        <source>Audio on</source>
        <translation>音オン</translation>
    </message>
    <message>
        <source>Audio pause</source>
        <translation>アラーム音一時停止</translation>
    </message>
    <message>
        <source>Audio paused {minutes}:{seconds:02d}</source>
        <translation>音停止中 {minutes}:{seconds:02d}</translation>
    </message>
    <message>
        <source>Auto gain</source>
        <translation>自動感度</translation>
    </message>
    <message>
        <source>Autoenc.</source>
        <translation>再構成</translation>
    </message>
    <message>
        <source>Back 5 s</source>
        <translation>5秒戻る</translation>
    </message>
    <message>
        <source>Beat symbols</source>
        <translation>拍の記号</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>拍</translation>
    </message>
    <message>
        <source>Beats are found and judged by all these leads; a noisy one counts less</source>
        <translation>これらすべての誘導から拍を見つけ、判定します。雑音の多い誘導は軽く扱います</translation>
    </message>
    <message>
        <source>Beats are told by shape and moment, by models that err: V are unlike the usual ones, S came early. No diagnosis is made.</source>
        <translation>拍は形と時点から、誤ることのあるモデルが分類します：Vはいつもの拍と違うもの、Sは早く来たもの。診断ではありません。</translation>
    </message>
    <message>
        <source>Beats, as the record&apos;s annotators name them:</source>
        <translation>拍、記録のアノテータによる名称：</translation>
    </message>
    <message>
        <source>Bigeminy</source>
        <translation>二段脈</translation>
    </message>
    <message>
        <source>Bigeminy and trigeminy</source>
        <translation>二段脈と三段脈</translation>
    </message>
    <message>
        <source>By priority</source>
        <translation>優先度順</translation>
    </message>
    <message>
        <source>By ten minutes</source>
        <translation>10分ごと</translation>
    </message>
    <message>
        <source>By the annotations: {join}</source>
        <translation>アノテーションによる：{join}</translation>
    </message>
    <message>
        <source>By the hour</source>
        <translation>1時間ごと</translation>
    </message>
    <message>
        <source>By the minute</source>
        <translation>1分ごと</translation>
    </message>
    <message>
        <source>Call the beds by their numbers alone, for a class.</source>
        <translation>授業のために、ベッドを番号だけで呼びます。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Change between 12.5, 25 and 50 mm/s.</source>
        <translation>12.5、25、50 mm/s を切り替えます。</translation>
    </message>
    <message>
        <source>Change between the dark and the light theme.</source>
        <translation>ダークとライトのテーマを切り替えます。</translation>
    </message>
    <message>
        <source>Change between the gain at which no beat is cut, and 2.5, 5, 10 and 20 mm/mV.</source>
        <translation>拍が切れない感度と、2.5、5、10、20 mm/mV を切り替えます。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>チャンネル数</translation>
    </message>
    <message>
        <source>Channels that are shown</source>
        <translation>表示するチャンネル</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選択してください</translation>
    </message>
    <message>
        <source>Choose a record</source>
        <translation>記録を選択</translation>
    </message>
    <message>
        <source>Choose each bed&apos;s source; Enter opens the bed with the focus, Space acknowledges its alarms.</source>
        <translation>各ベッドの信号源を選びます。Enterでフォーカスのあるベッドを開き、Spaceでそのアラームを確認します。</translation>
    </message>
    <message>
        <source>Choose the beds</source>
        <translation>ベッドを選択</translation>
    </message>
    <message>
        <source>Choose the channels that are to be shown.</source>
        <translation>表示するチャンネルを選んでください。</translation>
    </message>
    <message>
        <source>Choose where recordings go.</source>
        <translation>収録の保存先を選びます。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>授業</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close the window and stop the analysis.</source>
        <translation>ウィンドウを閉じ、解析を終了します。</translation>
    </message>
    <message>
        <source>Compare only stretches of the same length: SDNN grows with it.</source>
        <translation>同じ長さの区間だけを比べてください：SDNNは長さとともに増えます。</translation>
    </message>
    <message>
        <source>Compare with the reference</source>
        <translation>参照アノテーションと比較</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>コンピュータ</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Couplets</source>
        <translation>2連発</translation>
    </message>
    <message>
        <source>Curve of {name} against {along}</source>
        <translation>{along} に対する {name} の曲線</translation>
    </message>
    <message>
        <source>Dark / light</source>
        <translation>ダーク／ライト</translation>
    </message>
    <message>
        <source>Debrief as PDF</source>
        <translation>振り返りをPDFで保存</translation>
    </message>
    <message>
        <source>Desaturation</source>
        <translation>酸素飽和度低下</translation>
    </message>
    <message>
        <source>Digit lab</source>
        <translation>数字ラボ</translation>
    </message>
    <message>
        <source>Download it</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Drag the line, or move it with the arrow keys.</source>
        <translation>線をドラッグするか、矢印キーで動かします。</translation>
    </message>
    <message>
        <source>Draw the autoencoder&apos;s picture of the lead.</source>
        <translation>オートエンコーダが再構成した誘導の波形を描きます。</translation>
    </message>
    <message>
        <source>Draw the forecast over the analysed lead.</source>
        <translation>解析中の誘導に予測を重ねて描きます。</translation>
    </message>
    <message>
        <source>EDF and BDF (*.edf *.bdf)</source>
        <translation>EDFとBDF (*.edf *.bdf)</translation>
    </message>
    <message>
        <source>Each spike over the line raises an alert. The line can be dragged: it counts from now on.</source>
        <translation>線を越えるスパイクごとにアラートを出します。線はドラッグでき、以後に効きます。</translation>
    </message>
    <message>
        <source>Early, of usual shape (S)</source>
        <translation>早期、形はいつも通り（S）</translation>
    </message>
    <message>
        <source>Ectopic (V)</source>
        <translation>異所性（V）</translation>
    </message>
    <message>
        <source>End looking back; playing does so too.</source>
        <translation>過去の表示を終えます。再生しても同じです。</translation>
    </message>
    <message>
        <source>Export alarms as CSV</source>
        <translation>アラームをCSVで書き出す</translation>
    </message>
    <message>
        <source>Export alarms as WFDB</source>
        <translation>アラームをWFDBで書き出す</translation>
    </message>
    <message>
        <source>Export alerts as CSV</source>
        <translation>アラートをCSVで書き出す</translation>
    </message>
    <message>
        <source>Export alerts as WFDB</source>
        <translation>アラートをWFDBで書き出す</translation>
    </message>
    <message>
        <source>Export beats as CSV</source>
        <translation>拍をCSVで書き出す</translation>
    </message>
    <message>
        <source>Export beats as WFDB</source>
        <translation>拍をWFDBで書き出す</translation>
    </message>
    <message>
        <source>Extreme rate</source>
        <translation>極端な心拍数</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>速く</translation>
    </message>
    <message>
        <source>Fastest run</source>
        <translation>最速の連発</translation>
    </message>
    <message>
        <source>Fastest run of early beats</source>
        <translation>早期拍の最速の連発</translation>
    </message>
    <message>
        <source>Fetching a record</source>
        <translation>記録を取得中</translation>
    </message>
    <message>
        <source>Fetching {name}: {done} of {total} MB.</source>
        <translation>{name} を取得中：{total} MB 中 {done} MB。</translation>
    </message>
    <message>
        <source>Fill the screen, or go back to a window.</source>
        <translation>全画面で表示するか、ウィンドウに戻します。</translation>
    </message>
    <message>
        <source>Fit the models anew, compare, and adopt.</source>
        <translation>モデルを学習し直し、比較し、採用します。</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>収録の保存先フォルダ</translation>
    </message>
    <message>
        <source>Folder for the WFDB annotation file</source>
        <translation>WFDBアノテーションファイルのフォルダ</translation>
    </message>
    <message>
        <source>Folder of recordings</source>
        <translation>収録の保存先</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追従</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Forecast overlay</source>
        <translation>予測の重ね描き</translation>
    </message>
    <message>
        <source>Forward 5 s</source>
        <translation>5秒進む</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>From {start} to {stop}, {length}; of this {analysed} were analysed</source>
        <translation>{start} から {stop}、{length}。うち {analysed} を解析</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>Further right: lower thresholds, more alerts</source>
        <translation>右ほどしきい値が低く、アラートが増えます</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>感度</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Go back five seconds.</source>
        <translation>5秒前に戻ります。</translation>
    </message>
    <message>
        <source>Go back to the record that ships with it.</source>
        <translation>付属の記録に戻ります。</translation>
    </message>
    <message>
        <source>Go forward five seconds.</source>
        <translation>5秒先へ進みます。</translation>
    </message>
    <message>
        <source>Go to a time or a sample that you type.</source>
        <translation>入力した時刻またはサンプル番号へ移動します。</translation>
    </message>
    <message>
        <source>Go to the alarm in the record</source>
        <translation>記録中のアラームへ移動</translation>
    </message>
    <message>
        <source>Go to the moment of the chosen alarm on the strips, where its record is open.</source>
        <translation>選んだアラームの記録が開かれていれば、その時点へ移動します。</translation>
    </message>
    <message>
        <source>Go to the start of the record.</source>
        <translation>記録の先頭へ移動します。</translation>
    </message>
    <message>
        <source>Go to time</source>
        <translation>時刻へ移動</translation>
    </message>
    <message>
        <source>HR {figures}</source>
        <translation>HR {figures}</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>心拍数</translation>
    </message>
    <message>
        <source>Heart rate and beats</source>
        <translation>心拍数と拍</translation>
    </message>
    <message>
        <source>Heart rate variability, of normal beats alone</source>
        <translation>心拍変動（正常な拍のみ）</translation>
    </message>
    <message>
        <source>Heart rate {rate} a minute, RR {rr} ms, SDNN {sdnn} ms, RMSSD {rmssd} ms</source>
        <translation>心拍数 毎分 {rate}、RR {rr} ms、SDNN {sdnn} ms、RMSSD {rmssd} ms</translation>
    </message>
    <message>
        <source>Heart rate, mean</source>
        <translation>平均心拍数</translation>
    </message>
    <message>
        <source>Heart rate: mean of the last 12 RR intervals (of 4 when slow). SDNN and RMSSD: over the normal intervals of the last 5 minutes</source>
        <translation>心拍数：最近12個（遅いときは4個）のRR間隔の平均。SDNNとRMSSD：最近5分間の正常な間隔から</translation>
    </message>
    <message>
        <source>Heart rate: mean, lowest and highest</source>
        <translation>心拍数：平均、最低、最高</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>名前を隠す</translation>
    </message>
    <message>
        <source>Highest heart rate</source>
        <translation>最高心拍数</translation>
    </message>
    <message>
        <source>Highest, {n} intervals in a row</source>
        <translation>最高、連続 {n} 間隔</translation>
    </message>
    <message>
        <source>How badly the autoencoder redraws the signal, above this patient&apos;s usual beats.</source>
        <translation>オートエンコーダの再構成のずれ。この患者のいつもの拍を上回る分です。</translation>
    </message>
    <message>
        <source>How far the samples are from what was forecast, above this patient&apos;s usual beats.</source>
        <translation>予測とサンプルのずれ。この患者のいつもの拍を上回る分です。</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>In colour: what was analysed; paler: on other leads than now. A click goes there.</source>
        <translation>色付き：解析済み。淡色：今とは別の誘導で解析。クリックで移動します。</translation>
    </message>
    <message>
        <source>Instructor</source>
        <translation>指導者</translation>
    </message>
    <message>
        <source>Irregular: atrial fibrillation?</source>
        <translation>不規則：心房細動？</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>LF, HF, LF/HF</source>
        <translation>LF、HF、LF/HF</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語（Language）</translation>
    </message>
    <message>
        <source>Last alert: {said}.</source>
        <translation>最後のアラート：{said}。</translation>
    </message>
    <message>
        <source>Lead {name}</source>
        <translation>誘導 {name}</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>誘導</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Left / Right</source>
        <translation>左／右</translation>
    </message>
    <message>
        <source>Less sensitive</source>
        <translation>低感度に</translation>
    </message>
    <message>
        <source>Let time pass, or freeze it.</source>
        <translation>時間を進めるか、止めます。</translation>
    </message>
    <message>
        <source>Lethal alarms cannot be turned off. A profile is where to begin, no advice.</source>
        <translation>致死的アラームはオフにできません。プロファイルは出発点であり、推奨値ではありません。</translation>
    </message>
    <message>
        <source>Limits of alarms</source>
        <translation>アラーム設定値</translation>
    </message>
    <message>
        <source>Listed: {words}. Choose which kinds of alert are listed.</source>
        <translation>表示中：{words}。一覧に出すアラートの種類を選びます。</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>Loading the models. The trace runs already.</source>
        <translation>モデルを読み込んでいます。波形はもう流れています。</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>ログのフォルダ</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最長</translation>
    </message>
    <message>
        <source>Longest and fastest run</source>
        <translation>最長および最速の連発</translation>
    </message>
    <message>
        <source>Longest and fastest run of early beats</source>
        <translation>早期拍の最長および最速の連発</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>最長の休止</translation>
    </message>
    <message>
        <source>Longest run</source>
        <translation>最長の連発</translation>
    </message>
    <message>
        <source>Longest run of early beats</source>
        <translation>早期拍の最長の連発</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>過去を見る</translation>
    </message>
    <message>
        <source>Look forward</source>
        <translation>新しい方を見る</translation>
    </message>
    <message>
        <source>Look through the log of alarms.</source>
        <translation>アラームの履歴を調べます。</translation>
    </message>
    <message>
        <source>Looking back from {clock}. End returns.</source>
        <translation>{clock} からの過去を表示中。Endで戻ります。</translation>
    </message>
    <message>
        <source>Looking for streams…</source>
        <translation>ストリームを探しています…</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>繰り返し</translation>
    </message>
    <message>
        <source>Lower all thresholds by a step: more alerts.</source>
        <translation>すべてのしきい値を一段下げます。アラートが増えます。</translation>
    </message>
    <message>
        <source>Lowest heart rate</source>
        <translation>最低心拍数</translation>
    </message>
    <message>
        <source>Lowest, {n} intervals in a row</source>
        <translation>最低、連続 {n} 間隔</translation>
    </message>
    <message>
        <source>Make time narrower.</source>
        <translation>時間軸を縮めます。</translation>
    </message>
    <message>
        <source>Make time wider; so do Ctrl and the wheel, or a pinch, around the pointer.</source>
        <translation>時間軸を広げます。Ctrl＋ホイールやピンチでも、ポインタを中心に広がります。</translation>
    </message>
    <message>
        <source>Mark the beat at the right caliper as one that was missed, or unmark it; a fit can follow.</source>
        <translation>右のキャリパの拍を見逃しとして印を付けるか、外します。続けて再学習できます。</translation>
    </message>
    <message>
        <source>Mark the reviewed alert&apos;s beats as normal for this patient, or unmark them; a fit can follow.</source>
        <translation>レビュー中のアラートの拍に「この患者では正常」の印を付けるか、外します。続けて再学習できます。</translation>
    </message>
    <message>
        <source>Mark what you see, take a quiz, compare yourself with the model.</source>
        <translation>見つけたものに印を付け、クイズに答え、モデルと比べます。</translation>
    </message>
    <message>
        <source>Mean pressure</source>
        <translation>平均血圧</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Messages, the newest first</source>
        <translation>メッセージ、新しい順</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>見逃し</translation>
    </message>
    <message>
        <source>Model view</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>モニター</translation>
    </message>
    <message>
        <source>More</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>More pages</source>
        <translation>ほかのページ</translation>
    </message>
    <message>
        <source>More sensitive</source>
        <translation>高感度に</translation>
    </message>
    <message>
        <source>Move the left caliper</source>
        <translation>左のキャリパを動かす</translation>
    </message>
    <message>
        <source>Move the right caliper</source>
        <translation>右のキャリパを動かす</translation>
    </message>
    <message>
        <source>NOT RECORDED  {name}</source>
        <translation>収録されていません  {name}</translation>
    </message>
    <message>
        <source>Name of the stream</source>
        <translation>ストリームの名前</translation>
    </message>
    <message>
        <source>Next alert</source>
        <translation>次のアラート</translation>
    </message>
    <message>
        <source>Next layout</source>
        <translation>次の配置</translation>
    </message>
    <message>
        <source>No alert so far.</source>
        <translation>アラートはまだありません。</translation>
    </message>
    <message>
        <source>No figures now: {why}.</source>
        <translation>今は数値がありません：{why}。</translation>
    </message>
    <message>
        <source>No powers: no 5 minutes are normal enough.</source>
        <translation>パワーなし：十分に正常な5分間がありません。</translation>
    </message>
    <message>
        <source>No record.</source>
        <translation>記録がありません。</translation>
    </message>
    <message>
        <source>No reference annotations to compare with.</source>
        <translation>比較できる参照アノテーションがありません。</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>音なし</translation>
    </message>
    <message>
        <source>No stream answers. It appears here as soon as one does.</source>
        <translation>応答するストリームはありません。応答があればここに現れます。</translation>
    </message>
    <message>
        <source>No such alert so far.</source>
        <translation>該当するアラートはまだありません。</translation>
    </message>
    <message>
        <source>Normal (N)</source>
        <translation>正常（N）</translation>
    </message>
    <message>
        <source>Normal for this patient</source>
        <translation>この患者では正常</translation>
    </message>
    <message>
        <source>Normal intervals</source>
        <translation>正常な間隔</translation>
    </message>
    <message>
        <source>Not classified (Q)</source>
        <translation>分類不能（Q）</translation>
    </message>
    <message>
        <source>Not to be read: the rhythm was irregular.</source>
        <translation>判読不可：リズムが不規則でした。</translation>
    </message>
    <message>
        <source>Not to be read: too few normal intervals.</source>
        <translation>判読不可：正常な間隔が少なすぎます。</translation>
    </message>
    <message>
        <source>Not to be read: too many beats are not normal.</source>
        <translation>判読不可：正常でない拍が多すぎます。</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>何も収録されませんでした。</translation>
    </message>
    <message>
        <source>Nothing was said so far.</source>
        <translation>まだメッセージはありません。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>ON AIR  {name}  {heard}</source>
        <translation>配信中  {name}  {heard}</translation>
    </message>
    <message>
        <source>Of what was watched, {minutes:.1f} min, by the record&apos;s annotations: {found} ventricular (V) and {found_2} supraventricular (S) beats lie in an alert (Se); {true} alerts about ectopic beats and {true_2} about premature ones are true (+P). In all {false} alerts are false. The rule is that of ecg-train evaluate, which leaves the first five minutes out.</source>
        <translation>見た {minutes:.1f} 分間について、記録のアノテーションによると：心室性（V）{found}、上室性（S）{found_2} の拍がアラートの中にあります（Se）。異所性拍のアラートは {true}、早期拍のアラートは {true_2} が正しいものです（+P）。誤ったアラートは計 {false} 件です。規則は ecg-train evaluate のもので、最初の5分を除きます。</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>Open a record</source>
        <translation>記録を開く</translation>
    </message>
    <message>
        <source>Open a record by its file: WFDB (.hea), EDF, EDF+ or BDF.</source>
        <translation>記録をファイルから開きます：WFDB（.hea）、EDF、EDF+、BDF。</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>デモを開く</translation>
    </message>
    <message>
        <source>Open the folder of the program&apos;s log, to send it with a report; it names no record.</source>
        <translation>プログラムのログのフォルダを開きます。報告に添えてください。記録の名前は含まれません。</translation>
    </message>
    <message>
        <source>Open the instructor&apos;s window: steer the patient, run scenarios; the class sees none of it.</source>
        <translation>指導者のウィンドウを開きます。患者を操作し、シナリオを進めます。クラスには見えません。</translation>
    </message>
    <message>
        <source>Own limits</source>
        <translation>独自の設定値</translation>
    </message>
    <message>
        <source>PVC {ectopic:.0f}/min</source>
        <translation>PVC {ectopic:.0f}/min</translation>
    </message>
    <message>
        <source>PVCs a minute</source>
        <translation>毎分のPVC数</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>2連発</translation>
    </message>
    <message>
        <source>Pairs, runs of S</source>
        <translation>Sの2連発、連発</translation>
    </message>
    <message>
        <source>Pairs, runs of V</source>
        <translation>Vの2連発、連発</translation>
    </message>
    <message>
        <source>Paper speed</source>
        <translation>紙送り速度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pause (Space) to look back through what was played.</source>
        <translation>再生した部分を見返すには、一時停止（Space）してください。</translation>
    </message>
    <message>
        <source>Pause, from</source>
        <translation>休止、基準</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>休止</translation>
    </message>
    <message>
        <source>Pick a record of the MIT-BIH databases.</source>
        <translation>MIT-BIHデータベースの記録を選びます。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Play / pause</source>
        <translation>再生／一時停止</translation>
    </message>
    <message>
        <source>Powers: Lomb and Scargle, mean of {n} pieces of 5 min.</source>
        <translation>パワー：LombとScargle、5分の区間 {n} 個の平均。</translation>
    </message>
    <message>
        <source>Previous alert</source>
        <translation>前のアラート</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先度</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>配信する</translation>
    </message>
    <message>
        <source>Publish on the network</source>
        <translation>ネットワークに配信</translation>
    </message>
    <message>
        <source>Publish on the network…</source>
        <translation>ネットワークに配信…</translation>
    </message>
    <message>
        <source>Published on the network as the streams {name} (samples) and {markers} (beats, alerts, alarms).</source>
        <translation>ネットワークに、ストリーム{name}（信号）と{markers}（拍、アラート、アラーム）として配信しています。</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脈拍</translation>
    </message>
    <message>
        <source>Pulse off the heart rate</source>
        <translation>脈拍と心拍数の差</translation>
    </message>
    <message>
        <source>Put the beds with the most urgent alarms first, or all in their order.</source>
        <translation>アラームが最も緊急なベッドを先に並べるか、番号順に戻します。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>REC  {name}  {clock}</source>
        <translation>収録中  {name}  {clock}</translation>
    </message>
    <message>
        <source>RR intervals without any order</source>
        <translation>RR間隔に秩序がない</translation>
    </message>
    <message>
        <source>Raise all thresholds by a step: fewer alerts.</source>
        <translation>すべてのしきい値を一段上げます。アラートが減ります。</translation>
    </message>
    <message>
        <source>Raise an alert wherever a running model&apos;s error is over its line, or on classified beats alone.</source>
        <translation>実行中のモデルの誤差が線を越えるたびにアラートを出すか、分類された拍だけで出すかを選びます。</translation>
    </message>
    <message>
        <source>Rate by the stamps: {rate:.2f} Hz</source>
        <translation>時刻印による標本化周波数：{rate:.2f} Hz</translation>
    </message>
    <message>
        <source>Rate, mean</source>
        <translation>平均レート</translation>
    </message>
    <message>
        <source>Rate, which the stream does not tell</source>
        <translation>サンプリング周波数（ストリームに記載がありません）</translation>
    </message>
    <message>
        <source>Rates are said once {least_s:.0f} s are analysed.</source>
        <translation>発生率は {least_s:.0f} s 解析後に表示します。</translation>
    </message>
    <message>
        <source>Read again what the program said.</source>
        <translation>プログラムからのメッセージをもう一度読みます。</translation>
    </message>
    <message>
        <source>Reconstruction overlay</source>
        <translation>再構成の重ね描き</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>収録</translation>
    </message>
    <message>
        <source>Record all beds</source>
        <translation>全ベッドを収録</translation>
    </message>
    <message>
        <source>Record every bed into a folder, or end the recordings.</source>
        <translation>すべてのベッドをフォルダに収録するか、収録を終えます。</translation>
    </message>
    <message>
        <source>Record what is watched, as it streams, or end the recording.</source>
        <translation>見ている信号を流れるままに収録するか、収録を終えます。</translation>
    </message>
    <message>
        <source>Record {name} is {size} MB large.</source>
        <translation>記録 {name} の大きさは {size} MB です。</translation>
    </message>
    <message>
        <source>Recorded to {folder}</source>
        <translation>保存先：{folder}</translation>
    </message>
    <message>
        <source>Recording goes on, in another record.</source>
        <translation>別の記録として収録を続けています。</translation>
    </message>
    <message>
        <source>Recording to {folder}.</source>
        <translation>{folder} に収録しています。</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Records (*.hea *.edf *.bdf)</source>
        <translation>記録 (*.hea *.edf *.bdf)</translation>
    </message>
    <message>
        <source>Records…</source>
        <translation>記録…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>ファイルを置き換えますか？</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Replay at the next faster speed, up to max.</source>
        <translation>一段速く再生します（最速まで）。</translation>
    </message>
    <message>
        <source>Replay at the next slower speed.</source>
        <translation>一段遅く再生します。</translation>
    </message>
    <message>
        <source>Replay speed</source>
        <translation>再生速度</translation>
    </message>
    <message>
        <source>Replay speed  ({keys})</source>
        <translation>再生速度  （{keys}）</translation>
    </message>
    <message>
        <source>Replaying at {speed_text}</source>
        <translation>{speed_text} で再生中</translation>
    </message>
    <message>
        <source>Report of {name} on {pages} pages written to {path}.</source>
        <translation>{name} の報告書（{pages} ページ）を {path} に書き出しました。</translation>
    </message>
    <message>
        <source>Report: {name}</source>
        <translation>報告書：{name}</translation>
    </message>
    <message>
        <source>Resp</source>
        <translation>呼吸</translation>
    </message>
    <message>
        <source>Respiration</source>
        <translation>呼吸</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>先頭へ</translation>
    </message>
    <message>
        <source>Restart the analysis</source>
        <translation>解析を再開</translation>
    </message>
    <message>
        <source>Retraining</source>
        <translation>再学習</translation>
    </message>
    <message>
        <source>Return to 25 mm/s; so does a double click on a strip.</source>
        <translation>25 mm/s に戻します。波形のダブルクリックでも同じです。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>レビュー</translation>
    </message>
    <message>
        <source>Review the next alert.</source>
        <translation>次のアラートをレビューします。</translation>
    </message>
    <message>
        <source>Review the previous alert.</source>
        <translation>前のアラートをレビューします。</translation>
    </message>
    <message>
        <source>Rhythm and signal, share of the time</source>
        <translation>リズムと信号、時間の割合</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>連発</translation>
    </message>
    <message>
        <source>SDNN, RMSSD, pNN50</source>
        <translation>SDNN、RMSSD、pNN50</translation>
    </message>
    <message>
        <source>Samples that came too late: {n}</source>
        <translation>遅すぎたサンプル：{n}</translation>
    </message>
    <message>
        <source>Save a screenshot</source>
        <translation>画面の画像を保存</translation>
    </message>
    <message>
        <source>Say that you know of every alarm there is now.</source>
        <translation>今あるすべてのアラームを知っていると伝えます。</translation>
    </message>
    <message>
        <source>Score of each beat, threshold moves with the arrow keys</source>
        <translation>各拍のスコア、しきい値は矢印キーで動きます</translation>
    </message>
    <message>
        <source>See large figures, and the last hours.</source>
        <translation>大きな数値と、ここ数時間の経過を見ます。</translation>
    </message>
    <message>
        <source>See what each model sees at one moment.</source>
        <translation>ある瞬間に各モデルが見ているものを見ます。</translation>
    </message>
    <message>
        <source>Seen before</source>
        <translation>以前に見たもの</translation>
    </message>
    <message>
        <source>Send what is played by the Lab Streaming Layer, with beats, alerts and alarms, or end that.</source>
        <translation>再生中の信号を、拍、アラート、アラームとともにLab Streaming Layerで配信します。もう一度で終了します。</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>感度設定</translation>
    </message>
    <message>
        <source>Sensitivity: right is more alerts</source>
        <translation>感度設定：右ほどアラートが増えます</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Set by hand. The cross, a double click on the line or Delete puts it back.</source>
        <translation>手で動かされています。×、線のダブルクリック、Deleteで元に戻ります。</translation>
    </message>
    <message>
        <source>Set limits, profiles, and which alarms come.</source>
        <translation>設定値、プロファイル、出すアラームを決めます。</translation>
    </message>
    <message>
        <source>Shift+Left / Right</source>
        <translation>Shift＋左／右</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show all leads in the next layout: in columns with a rhythm strip, or one under another.</source>
        <translation>全誘導を次の配置で表示します：リズム誘導付きの段組み、または縦一列。</translation>
    </message>
    <message>
        <source>Show all leads of the record, or those that were shown before.</source>
        <translation>記録の全誘導、または以前に表示していた誘導を表示します。</translation>
    </message>
    <message>
        <source>Show the frozen pane around an alert.</source>
        <translation>アラート前後を止めて表示します。</translation>
    </message>
    <message>
        <source>Show the live strips.</source>
        <translation>流れる波形を表示します。</translation>
    </message>
    <message>
        <source>Show the present alerts again, and go on with them</source>
        <translation>今のアラートを再び表示し、追い続けます</translation>
    </message>
    <message>
        <source>Show the reference annotations, if there are any.</source>
        <translation>参照アノテーションがあれば表示します。</translation>
    </message>
    <message>
        <source>Show this page.</source>
        <translation>このページを表示します。</translation>
    </message>
    <message>
        <source>Signal unusable on all leads</source>
        <translation>全誘導で信号が使用不能</translation>
    </message>
    <message>
        <source>Silence the alarms for two minutes, or end the silence; a new lethal alarm breaks through.</source>
        <translation>アラーム音を2分間止めるか、再開します。新しい致死的アラームは鳴ります。</translation>
    </message>
    <message>
        <source>Silence the alarms until they are turned on again; the banner says so all the time.</source>
        <translation>再びオンにするまでアラーム音を止めます。その間はバナーに表示され続けます。</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>遅く</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({what}); the program goes on, and its log has the details.</source>
        <translation>予期しない問題が起きました（{what}）。プログラムは続きます。詳細はログにあります。</translation>
    </message>
    <message>
        <source>Sounds of alarms: {said}</source>
        <translation>アラーム音：{said}</translation>
    </message>
    <message>
        <source>Source: {source}, {leads} at {fs:g} Hz; analysed: {lead}</source>
        <translation>信号源：{source}、{leads}、{fs:g} Hz。解析：{lead}</translation>
    </message>
    <message>
        <source>Stamps jitter by {jitter:.2f} ms</source>
        <translation>時刻印のゆらぎ：{jitter:.2f} ms</translation>
    </message>
    <message>
        <source>Start over at the end of the record.</source>
        <translation>記録の終わりで先頭に戻ります。</translation>
    </message>
    <message>
        <source>Start the analysis again if it stopped.</source>
        <translation>止まった解析をもう一度始めます。</translation>
    </message>
    <message>
        <source>Stopped, and came back: {n}</source>
        <translation>停止と再開：{n}</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>Streams of the network</source>
        <translation>ネットワークのストリーム</translation>
    </message>
    <message>
        <source>Strips of the shown leads</source>
        <translation>表示中の誘導の波形</translation>
    </message>
    <message>
        <source>Strips: 25 mm/s, at true scale where the paper is printed at 100 %</source>
        <translation>波形：25 mm/s、100 % で印刷すると実寸</translation>
    </message>
    <message>
        <source>Sweep / scroll</source>
        <translation>掃引／スクロール</translation>
    </message>
    <message>
        <source>Sweep with an erase bar, or scroll like paper.</source>
        <translation>消去バーで掃引するか、紙のようにスクロールします。</translation>
    </message>
    <message>
        <source>Systolic pressure</source>
        <translation>収縮期血圧</translation>
    </message>
    <message>
        <source>Take the latest change of marks back.</source>
        <translation>最後に変えた印を元に戻します。</translation>
    </message>
    <message>
        <source>Taken back: {join} in {records}.</source>
        <translation>取り消しました：{records} の{join}。</translation>
    </message>
    <message>
        <source>Tell apart, by the record&apos;s annotations, alerts that are true or false and beats that were missed.</source>
        <translation>記録のアノテーションにより、正しいアラート、誤ったアラート、見逃された拍を区別します。</translation>
    </message>
    <message>
        <source>The audio output does not answer: alarms are seen and not heard.</source>
        <translation>音声出力が応答しません：アラームは見えますが聞こえません。</translation>
    </message>
    <message>
        <source>The audio output {description} cannot play the alarms&apos; sounds.</source>
        <translation>音声出力 {description} ではアラーム音を鳴らせません。</translation>
    </message>
    <message>
        <source>The file of marks could not be read, and is left as it is.</source>
        <translation>印のファイルを読み込めませんでした。そのまま残します。</translation>
    </message>
    <message>
        <source>The lines moved by hand for {name} are back where the sensitivity has them.</source>
        <translation>{name} で手で動かした線は、感度設定の位置に戻っています。</translation>
    </message>
    <message>
        <source>The log lies in {folder}.</source>
        <translation>ログは {folder} にあります。</translation>
    </message>
    <message>
        <source>The program ended in a crash the last time; the log has the details.</source>
        <translation>前回プログラムは異常終了しました。詳細はログにあります。</translation>
    </message>
    <message>
        <source>The same for the other line; Ctrl here, too, takes the long step.</source>
        <translation>もう一方の線も同じです。ここでもCtrlで大きく動きます。</translation>
    </message>
    <message>
        <source>The screenshot could not be written to {path}.</source>
        <translation>画面の画像を {path} に書き込めませんでした。</translation>
    </message>
    <message>
        <source>The settings could not be used ({why}); they now lie in {aside}.</source>
        <translation>設定を使えませんでした（{why}）。今は {aside} にあります。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used ({why}) nor set aside ({reason}); none are kept.</source>
        <translation>{path} の設定は使えず（{why}）、移すこともできません（{reason}）。設定は保存されません。</translation>
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
        <source>There is no alarm to acknowledge.</source>
        <translation>確認すべきアラームはありません。</translation>
    </message>
    <message>
        <source>There is no change of marks to take back.</source>
        <translation>取り消せる印の変更はありません。</translation>
    </message>
    <message>
        <source>There is no earlier alert.</source>
        <translation>これより前のアラートはありません。</translation>
    </message>
    <message>
        <source>There is no later alert.</source>
        <translation>これより後のアラートはありません。</translation>
    </message>
    <message>
        <source>There is no log this time ({why}).</source>
        <translation>今回はログがありません（{why}）。</translation>
    </message>
    <message>
        <source>There is no log: {folder} cannot be made ({why}).</source>
        <translation>ログがありません：{folder} を作れません（{why}）。</translation>
    </message>
    <message>
        <source>There is no sound device: alarms are seen and not heard</source>
        <translation>音声装置がありません：アラームは見えますが聞こえません</translation>
    </message>
    <message>
        <source>There is no time</source>
        <translation>時刻がありません</translation>
    </message>
    <message>
        <source>This machine has no audio output: alarms are seen and not heard.</source>
        <translation>この機器には音声出力がありません：アラームは見えますが聞こえません。</translation>
    </message>
    <message>
        <source>This stream cannot be shown: it runs at {rate:g} Hz, and {least:g} to {most:g} can.</source>
        <translation>このストリームは表示できません：サンプリング周波数が{rate:g} Hzで、表示できるのは{least:g}～{most:g} Hzです。</translation>
    </message>
    <message>
        <source>This stream cannot be shown: {why}.</source>
        <translation>このストリームは表示できません：{why}。</translation>
    </message>
    <message>
        <source>Ticks below, by the annotations: true alerts above, false ones next, missed beats last.</source>
        <translation>下の目盛（アノテーションによる）：上が正しいアラート、次が誤り、最後が見逃された拍。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Time or sample</source>
        <translation>時刻またはサンプル</translation>
    </message>
    <message>
        <source>To the present</source>
        <translation>現在へ</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>トレンド</translation>
    </message>
    <message>
        <source>Trigeminy</source>
        <translation>三段脈</translation>
    </message>
    <message>
        <source>Type {forms}.</source>
        <translation>入力例：{forms}。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>了解</translation>
    </message>
    <message>
        <source>Undo the last mark</source>
        <translation>最後の印を取り消す</translation>
    </message>
    <message>
        <source>Unit, which the stream does not tell</source>
        <translation>単位（ストリームに記載がありません）</translation>
    </message>
    <message>
        <source>V. flutter or fibrillation?</source>
        <translation>心室粗動・細動？</translation>
    </message>
    <message>
        <source>VFl or VF?</source>
        <translation>VFl・VF？</translation>
    </message>
    <message>
        <source>Ventricular flutter or fibrillation?</source>
        <translation>心室粗動または細動？</translation>
    </message>
    <message>
        <source>Ventricular flutter, from</source>
        <translation>心室粗動、基準</translation>
    </message>
    <message>
        <source>Ventricular run, from beats</source>
        <translation>心室連発、拍数から</translation>
    </message>
    <message>
        <source>Ventricular tachycardia</source>
        <translation>心室頻拍</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>WFDB headers (*.hea)</source>
        <translation>WFDBヘッダ (*.hea)</translation>
    </message>
    <message>
        <source>Walk the latent space of handwritten digits.</source>
        <translation>手書き数字の潜在空間を歩きます。</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>病棟</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>表示する</translation>
    </message>
    <message>
        <source>Watch many beds at once, and open any of them.</source>
        <translation>多くのベッドを一度に見守り、どれでも開きます。</translation>
    </message>
    <message>
        <source>Watch what an amplifier or another program sends by the Lab Streaming Layer.</source>
        <translation>アンプやほかのプログラムがLab Streaming Layerで送る信号を表示します。</translation>
    </message>
    <message>
        <source>Watching {leads}. No alarm.</source>
        <translation>{leads} を監視中。アラームはありません。</translation>
    </message>
    <message>
        <source>What is over the line is marked at once, until the beat is classified. Alerts are raised on beats now; on any spike (X), this line raises them.</source>
        <translation>線を越えた部分には、拍が分類されるまですぐに印が付きます。今は拍でアラートを出します。スパイク設定（X）では、この線がアラートを出します。</translation>
    </message>
    <message>
        <source>What is played goes out as a stream of the Lab Streaming Layer, with a second one of beats, alerts and alarms. Everybody on this network can read both.</source>
        <translation>再生中の信号をLab Streaming Layerのストリームとして送ります。拍、アラート、アラームは別のストリームになります。このネットワークのだれもが両方を読めます。</translation>
    </message>
    <message>
        <source>What is shown over the strips</source>
        <translation>波形に重ねて表示するもの</translation>
    </message>
    <message>
        <source>What this is, and what it is not.</source>
        <translation>これは何であり、何でないか。</translation>
    </message>
    <message>
        <source>Whether alarms sound</source>
        <translation>アラームを鳴らすかどうか</translation>
    </message>
    <message>
        <source>While paused, look at what is newer.</source>
        <translation>一時停止中に、新しい方を見ます。</translation>
    </message>
    <message>
        <source>While paused, look at what is older; so does dragging a strip, or Shift and the wheel.</source>
        <translation>一時停止中に、過去を見ます。波形のドラッグやShift＋ホイールでも同じです。</translation>
    </message>
    <message>
        <source>While the plot in Review has the focus (click it): by 10 ms, with Ctrl by 100 ms.</source>
        <translation>レビューの図にフォーカスがあるとき（クリック）：10 ms ずつ、Ctrlで100 ms ずつ。</translation>
    </message>
    <message>
        <source>Whole record; a click goes there</source>
        <translation>記録全体。クリックで移動します</translation>
    </message>
    <message>
        <source>Why the alert at {clock}</source>
        <translation>{clock} のアラートの理由</translation>
    </message>
    <message>
        <source>Why this alert</source>
        <translation>アラートの理由</translation>
    </message>
    <message>
        <source>Write a label (N, V, S, Q) at each R peak of the analysed lead as an annotation file.</source>
        <translation>解析中の誘導の各R波頂点に記号（N、V、S、Q）を付け、アノテーションファイルに書き出します。</translation>
    </message>
    <message>
        <source>Write all alerts as an annotation file for LightWAVE and rdann.</source>
        <translation>すべてのアラートをLightWAVEとrdann用のアノテーションファイルに書き出します。</translation>
    </message>
    <message>
        <source>Write all alerts for a spreadsheet.</source>
        <translation>すべてのアラートを表計算用に書き出します。</translation>
    </message>
    <message>
        <source>Write every beat with its class, RR interval and height for a spreadsheet.</source>
        <translation>すべての拍を、分類、RR間隔、波高とともに表計算用に書き出します。</translation>
    </message>
    <message>
        <source>Write the alarms that the page Alarms shows as pages to print, with their strips on ECG paper.</source>
        <translation>アラームのページに表示中のアラームを、心電図用紙の波形付きで印刷用に書き出します。</translation>
    </message>
    <message>
        <source>Write the alarms that the page Alarms shows for a spreadsheet.</source>
        <translation>アラームのページに表示中のアラームを表計算用に書き出します。</translation>
    </message>
    <message>
        <source>Write the window as a PNG picture.</source>
        <translation>ウィンドウをPNG画像に書き出します。</translation>
    </message>
    <message>
        <source>Write them as WFDB annotations, with the signal around each as a record.</source>
        <translation>WFDBアノテーションとして、前後の信号を記録に添えて書き出します。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>a newer version of the program wrote them: {version}</source>
        <translation>新しい版のプログラムが書いたものです：{version}</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>analysed before, up to {clock}</source>
        <translation>{clock} まで解析済み</translation>
    </message>
    <message>
        <source>analysis lag {lag:.2f} s</source>
        <translation>解析の遅れ {lag:.2f} s</translation>
    </message>
    <message>
        <source>analysis stopped</source>
        <translation>解析が停止</translation>
    </message>
    <message>
        <source>any spike</source>
        <translation>全スパイク</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>出荷時</translation>
    </message>
    <message>
        <source>beats (confirmed)</source>
        <translation>拍（確定）</translation>
    </message>
    <message>
        <source>clock {offset:+.1f} ms</source>
        <translation>時計 {offset:+.1f} ms</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>はみ出し</translation>
    </message>
    <message>
        <source>differs: {differs}</source>
        <translation>差：{differs}</translation>
    </message>
    <message>
        <source>error, nats</source>
        <translation>誤差、nat</translation>
    </message>
    <message>
        <source>every second beat is ventricular</source>
        <translation>1拍おきに心室性</translation>
    </message>
    <message>
        <source>every third beat is ventricular</source>
        <translation>2拍おきに心室性</translation>
    </message>
    <message>
        <source>flat line</source>
        <translation>平坦</translation>
    </message>
    <message>
        <source>from {range_words}</source>
        <translation>{range_words}</translation>
    </message>
    <message>
        <source>going on · {under}</source>
        <translation>継続中 · {under}</translation>
    </message>
    <message>
        <source>heart rate</source>
        <translation>心拍数</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>how unusual</source>
        <translation>異常の度合い</translation>
    </message>
    <message>
        <source>it is no settings file</source>
        <translation>設定ファイルではありません</translation>
    </message>
    <message>
        <source>it is not a text file in UTF-8</source>
        <translation>UTF-8のテキストファイルではありません</translation>
    </message>
    <message>
        <source>loading the models…</source>
        <translation>モデルを読み込み中…</translation>
    </message>
    <message>
        <source>lost samples: {n}</source>
        <translation>失われたサンプル：{n}</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>no alarm about the heart can come</source>
        <translation>心臓に関するアラームを出せません</translation>
    </message>
    <message>
        <source>no alert so far</source>
        <translation>アラートはまだありません</translation>
    </message>
    <message>
        <source>no beat for</source>
        <translation>拍のない時間</translation>
    </message>
    <message>
        <source>no samples for {time}</source>
        <translation>{time} の間サンプルなし</translation>
    </message>
    <message>
        <source>no scale</source>
        <translation>目盛なし</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>信号なし</translation>
    </message>
    <message>
        <source>nobody listens</source>
        <translation>受信者なし</translation>
    </message>
    <message>
        <source>none is in one</source>
        <translation>アラート内のものはありません</translation>
    </message>
    <message>
        <source>over, not acknowledged</source>
        <translation>終了、未確認</translation>
    </message>
    <message>
        <source>premature {early:.0f} %</source>
        <translation>{early:.0f} % 早い</translation>
    </message>
    <message>
        <source>pulse {latest:.0f}/min</source>
        <translation>脈拍 {latest:.0f}/min</translation>
    </message>
    <message>
        <source>set again</source>
        <translation>を再設定</translation>
    </message>
    <message>
        <source>since {began}</source>
        <translation>{began} から</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>これまで</translation>
    </message>
    <message>
        <source>somebody listens</source>
        <translation>受信者あり</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>を削除</translation>
    </message>
    <message>
        <source>ventricular beats in a row at</source>
        <translation>連続する心室拍</translation>
    </message>
    <message>
        <source>waves follow each other without QRS complexes</source>
        <translation>QRSのない波が続く</translation>
    </message>
    <message>
        <source>{began} to {clock}</source>
        <translation>{began}～{clock}</translation>
    </message>
    <message>
        <source>{clock} to {clock_2}</source>
        <translation>{clock}～{clock_2}</translation>
    </message>
    <message>
        <source>{count} of {n} true</source>
        <translation>{n} 件中 {count} 件が正しい</translation>
    </message>
    <message>
        <source>{covered} of {beats}</source>
        <translation>{beats} 中 {covered}</translation>
    </message>
    <message>
        <source>{depth}×{ceil} with rhythm strip</source>
        <translation>{depth}×{ceil}＋リズム誘導</translation>
    </message>
    <message>
        <source>{disclaimer} Alerts come from models that err; About says what they are.</source>
        <translation>{disclaimer}アラートは誤ることのあるモデルによるものです。詳しくは「このプログラムについて」をご覧ください。</translation>
    </message>
    <message>
        <source>{error} An adult&apos;s limits hold.</source>
        <translation>{error} 成人の設定値を使います。</translation>
    </message>
    <message>
        <source>{lead}: a minute a line, {gain:g} mm/mV; V red, S blue, a bar where nothing was analysed</source>
        <translation>{lead}：1行1分、{gain:g} mm/mV。Vは赤、Sは青、棒は未解析</translation>
    </message>
    <message>
        <source>{minutes:.0f} min</source>
        <translation>{minutes:.0f} min</translation>
    </message>
    <message>
        <source>{minutes} min {rest} s</source>
        <translation>{minutes} min {rest} s</translation>
    </message>
    <message>
        <source>{most} channels can be shown at most, and {n} are chosen.</source>
        <translation>表示できるのは{most}チャンネルまでですが、{n}チャンネルが選ばれています。</translation>
    </message>
    <message>
        <source>{n:,}, the longest {length:.1f} s</source>
        <translation>{n:,}、最長 {length:.1f} s</translation>
    </message>
    <message>
        <source>{n:,}, {share} of all</source>
        <translation>{n:,}、全体の {share}</translation>
    </message>
    <message>
        <source>{n:,}, {share} of those classified</source>
        <translation>{n:,}、分類済みの {share}</translation>
    </message>
    <message>
        <source>{name} ends at {clock}. </source>
        <translation>{name} は {clock} で終わります。</translation>
    </message>
    <message>
        <source>{name} ends at {clock}; this is its end.</source>
        <translation>{name} は {clock} で終わります。ここが終わりです。</translation>
    </message>
    <message>
        <source>{name} exists already in {parent}. Shall it be replaced?</source>
        <translation>{parent} に {name} がすでにあります。置き換えますか？</translation>
    </message>
    <message>
        <source>{name} has no reference annotations to compare with.</source>
        <translation>{name} には比較できる参照アノテーションがありません。</translation>
    </message>
    <message>
        <source>{name} has no reference annotations to show.</source>
        <translation>{name} には表示できる参照アノテーションがありません。</translation>
    </message>
    <message>
        <source>{name} is back.</source>
        <translation>{name}が戻りました。</translation>
    </message>
    <message>
        <source>{name} is no longer being fetched; the next time it goes on from there.</source>
        <translation>{name} の取得を止めました。次回はそこから続きます。</translation>
    </message>
    <message>
        <source>{name} is no longer published.</source>
        <translation>{name}の配信を終了しました。</translation>
    </message>
    <message>
        <source>{name} is no recording: it cannot go to another place.</source>
        <translation>{name} は記録ではないため、ほかの場所へ移動できません。</translation>
    </message>
    <message>
        <source>{name} sends nothing any more. It goes on by itself when it is back.</source>
        <translation>{name}からの信号が途絶えました。戻れば自動的に再開します。</translation>
    </message>
    <message numerus="yes">
        <source>{name} · {at} · {heart} · %n new alert(s)</source>
        <translation>
            <numerusform>{name} · {at} · {heart} · 新しいアラート %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: Se {percent}, +P {percent_2}</source>
        <translation>{name}：Se {percent}、+P {percent_2}</translation>
    </message>
    <message>
        <source>{name}: from {range_words}; the range follows the signal.</source>
        <translation>{name}：{range_words}。範囲は信号に合わせて変わります。</translation>
    </message>
    <message>
        <source>{name}: {gain_text}, the pulse is {pulse:g} {unit}.</source>
        <translation>{name}：{gain_text}、較正波は {pulse:g} {unit}。</translation>
    </message>
    <message>
        <source>{name}: {values:.1f} now</source>
        <translation>{name}：今 {values:.1f}</translation>
    </message>
    <message>
        <source>{n} leads</source>
        <translation>{n} 誘導</translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation>{of} 件中 {n}</translation>
    </message>
    <message>
        <source>{n} × {rate_bpm:.0f}/min</source>
        <translation>{n} × {rate_bpm:.0f}/min</translation>
    </message>
    <message>
        <source>{n}×1, one under another</source>
        <translation>{n}×1、縦一列</translation>
    </message>
    <message>
        <source>{rate:.0f} frames/s</source>
        <translation>{rate:.0f} フレーム/s</translation>
    </message>
    <message>
        <source>{rate:.2f} false/min</source>
        <translation>誤り {rate:.2f}/min</translation>
    </message>
    <message>
        <source>{rate} at {time}</source>
        <translation>{time} に {rate}</translation>
    </message>
    <message>
        <source>{said} (limit {limit})</source>
        <translation>{said}（設定値 {limit}）</translation>
    </message>
    <message>
        <source>{share:.1f} % are in {word} alerts</source>
        <translation>{share:.1f} % が{word}アラートの中</translation>
    </message>
    <message>
        <source>{shown}. Type {forms}.</source>
        <translation>{shown}。入力例：{forms}。</translation>
    </message>
    <message>
        <source>{spec} could not be opened ({name}: {error}).</source>
        <translation>{spec} を開けませんでした（{name}：{error}）。</translation>
    </message>
    <message>
        <source>{strength:.1f}× threshold</source>
        <translation>しきい値の {strength:.1f}×</translation>
    </message>
    <message>
        <source>{time}   page {page} of {pages}</source>
        <translation>{time}   {page}／{pages} ページ</translation>
    </message>
    <message>
        <source>{time} of {lead} analysed: {alerts}, {rate:.0f} an hour. Of {beats} beats found {shares}.</source>
        <translation>{lead} を {time} 解析：{alerts}、毎時 {rate:.0f} 件。見つかった {beats} 拍のうち：{shares}。</translation>
    </message>
    <message numerus="yes">
        <source>{time} recorded in {file} and %n more.</source>
        <translation>
            <numerusform>{time} を {file} ほか %n 件に収録しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} recorded in {file}.</source>
        <translation>{time} を {file} に収録しました。</translation>
    </message>
    <message>
        <source>{title} at {clock}</source>
        <translation>{clock} の{title}</translation>
    </message>
    <message>
        <source>{true} of {raised}</source>
        <translation>{raised} 中 {true}</translation>
    </message>
    <message>
        <source>{upper}{name}, against {along}</source>
        <translation>{upper}{name}（横軸：{along}）</translation>
    </message>
    <message>
        <source>{value} error, threshold moves with the arrow keys</source>
        <translation>{value}の誤差、しきい値は矢印キーで動きます</translation>
    </message>
    <message>
        <source>{value}: {multiple:.1f} times what normal beats seldom pass</source>
        <translation>{value}：正常な拍がまれにしか越えない値の {multiple:.1f} 倍</translation>
    </message>
    <message>
        <source>{what} written to {path}.{whole}</source>
        <translation>{what}を {path} に書き出しました。{whole}</translation>
    </message>
    <message>
        <source>{what}: {length:.1f} s</source>
        <translation>{what}：{length:.1f} s</translation>
    </message>
    <message>
        <source>{what}: {n} beats at {rate:.0f}/min</source>
        <translation>{what}：{n} 拍、{rate:.0f}/min</translation>
    </message>
    <message>
        <source>{what}: {rate:.0f}/min</source>
        <translation>{what}：{rate:.0f}/min</translation>
    </message>
    <message>
        <source>{words}, lower limit</source>
        <translation>{words}、下限</translation>
    </message>
    <message>
        <source>{words}, upper limit</source>
        <translation>{words}、上限</translation>
    </message>
    <message>
        <source>{words}: click to close</source>
        <translation>{words}：クリックで閉じる</translation>
    </message>
    <message>
        <source>{words}: click to see each</source>
        <translation>{words}：クリックで個別に表示</translation>
    </message>
    <message>
        <source>– false/min</source>
        <translation>誤り –/min</translation>
    </message>
    <message>
        <source>“{strip}” has more than 59 minutes or seconds. Type {forms}.</source>
        <translation>「{strip}」の分または秒が59を超えています。入力例：{forms}。</translation>
    </message>
    <message>
        <source>“{strip}” is no time</source>
        <translation>「{strip}」は時刻ではありません</translation>
    </message>
    <message>
        <source>✓ marked as normal for this patient (K),  ▲ marked as missed (M)</source>
        <translation>✓ この患者では正常（K）、▲ 見逃し（M）</translation>
    </message>
</context>
</TS>
