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
        <translation>  連続拍数（以上）</translation>
    </message>
    <message>
        <source>  over beats in a row</source>
        <translation>  判定する連続拍数</translation>
    </message>
    <message numerus="yes">
        <source> %n recording(s) left out. {named}{more}</source>
        <translation>
            <numerusform> %n 件の記録を除外。{named}{more}</numerusform>
        </translation>
    </message>
    <message>
        <source> (right)</source>
        <translation>（正解）</translation>
    </message>
    <message>
        <source> (wrong)</source>
        <translation>（不正解）</translation>
    </message>
    <message>
        <source> ({why})</source>
        <translation>（{why}）</translation>
    </message>
    <message>
        <source> And {n} more; What the fit says names them.</source>
        <translation>ほか {n} 件は「学習の出力」にあります。</translation>
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
        <source> and {n} more</source>
        <translation> ほか {n} 件</translation>
    </message>
    <message>
        <source> by {by}</source>
        <translation>（{by}）</translation>
    </message>
    <message>
        <source> dots an inch</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source> in {lead}</source>
        <translation>（{lead}）</translation>
    </message>
    <message>
        <source> of bed {number}</source>
        <translation>（ベッド {number}）</translation>
    </message>
    <message>
        <source> to {clock}</source>
        <translation>～{clock}</translation>
    </message>
    <message>
        <source> · acknowledged</source>
        <translation> · 確認済み</translation>
    </message>
    <message>
        <source> · over</source>
        <translation> · 終了</translation>
    </message>
    <message>
        <source>! low</source>
        <translation>! 低</translation>
    </message>
    <message>
        <source>!! medium</source>
        <translation>!! 中</translation>
    </message>
    <message>
        <source>!!! high</source>
        <translation>!!! 高</translation>
    </message>
    <message>
        <source>% of time</source>
        <translation>時間の%</translation>
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
            <numerusform>1分以内にアラート %n 件、最新は「{said}」です。</numerusform>
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
        <source>%n ectopic beat(s).</source>
        <translation>
            <numerusform>異所性拍 %n 拍。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) to be named.</source>
        <translation>
            <numerusform>答えるべき区間 %n 個。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>印 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分</numerusform>
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
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 記録</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) in the folder itself; those in the folders within it, too. </source>
        <translation>
            <numerusform>このフォルダに %n 件の記録。中のフォルダにある記録も使います。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) in the folder. </source>
        <translation>
            <numerusform>フォルダに %n 件の記録。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ventricular beat(s) in {length} of {name}</source>
        <translation>
            <numerusform>{name} の {length} に心室性の拍 %n 拍</numerusform>
        </translation>
    </message>
    <message>
        <source>(no unit)</source>
        <translation>（単位なし）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>, left out</source>
        <translation>、除外</translation>
    </message>
    <message>
        <source>, marked as normal</source>
        <translation>、正常の印あり</translation>
    </message>
    <message>
        <source>, the best so far</source>
        <translation>、これまでで最良</translation>
    </message>
    <message>
        <source>, {n} beats</source>
        <translation>、{n} 拍</translation>
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
        <source>20 ms ›</source>
        <translation>20 ms ›</translation>
    </message>
    <message>
        <source>25 mm/s</source>
        <translation>25 mm/s</translation>
    </message>
    <message>
        <source>5 to 95 %</source>
        <translation>5〜95 %</translation>
    </message>
    <message>
        <source>50 Hz</source>
        <translation>50 Hz</translation>
    </message>
    <message>
        <source>60 Hz</source>
        <translation>60 Hz</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of a list</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>; no figures: {why}</source>
        <translation>、数値なし：{why}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{escape}&lt;/b&gt; ({key})&lt;br&gt;{escape_2}&lt;br&gt;{escape_3}</source>
        <translation>&lt;b&gt;{escape}&lt;/b&gt; ({key})&lt;br&gt;{escape_2}&lt;br&gt;{escape_3}</translation>
    </message>
    <message>
        <source>&lt;p&gt;Drag the dashed line in a lane, or move it with the arrow keys, to change a threshold. Click the strip of the whole record to go there. Ctrl and the wheel, or a pinch, zoom time around the pointer; a double click returns to 25 mm/s. While paused, drag a strip to look back. The letters over the beats are the annotators&apos;; rest the mouse on a strip, and it names them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;レーンの破線をドラッグするか矢印キーで動かすと、しきい値が変わります。記録全体の帯をクリックすると、そこへ移動します。Ctrl＋ホイールまたはピンチで、ポインタを中心に時間軸を拡大・縮小します。ダブルクリックで 25 mm/s に戻ります。一時停止中は、波形をドラッグして過去を見られます。拍の上の文字はアノテータのものです。波形の上にマウスを置くと、その名前が出ます。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;span style=&apos;color:{forecast}&apos;&gt;━ forecast&lt;/span&gt; &amp;nbsp; &lt;span style=&apos;color:{reconstruction}&apos;&gt;━ reconstruction&lt;/span&gt; &amp;nbsp; shaded: the alert, fainter: others &amp;nbsp; ✓ marked normal &amp;nbsp; ▲ marked missed &amp;nbsp; drag the lines, or ← → in the plot, to measure</source>
        <translation>&lt;span style=&apos;color:{forecast}&apos;&gt;━ 予測&lt;/span&gt; &amp;nbsp; &lt;span style=&apos;color:{reconstruction}&apos;&gt;━ 再構成&lt;/span&gt; &amp;nbsp; 網掛け：このアラート、淡い網掛け：ほかのアラート &amp;nbsp; ✓ 正常の印 &amp;nbsp; ▲ 見逃しの印 &amp;nbsp; 線をドラッグするか、図の中で ← → で計測</translation>
    </message>
    <message>
        <source>A beat over the line raises an alert. The line can be dragged: it counts for the beats from now on. Earlier stems show what it would have found; alerts that were raised stay.</source>
        <translation>線を越えた拍がアラートを出します。線はドラッグでき、以後の拍に効きます。それまでの縦線は、見つかったはずのものを示します。出たアラートは残ります。</translation>
    </message>
    <message>
        <source>A click fits a plain RNN and an LSTM, {hidden} units each, to the last minute of this lead and asks how strongly their forecasts still depend on each earlier input. A few seconds. {no_contest}</source>
        <translation>クリックすると、単純なRNNとLSTM（各 {hidden} ユニット）をこの誘導の直近1分間で学習し、その予測が過去の各入力にどれほど依存しているかを調べます。数秒かかります。{no_contest}</translation>
    </message>
    <message>
        <source>A click goes to that moment</source>
        <translation>クリックでその時点へ移動します</translation>
    </message>
    <message>
        <source>A download that is stopped goes on from there the next time.</source>
        <translation>途中で止めたダウンロードは、次回そこから続きます。</translation>
    </message>
    <message>
        <source>A fit is under way: Cancel stops it, and it is kept.</source>
        <translation>学習が進行中です：キャンセルすると止まり、途中までが保存されます。</translation>
    </message>
    <message>
        <source>A folder of my own recordings</source>
        <translation>自分の記録のフォルダ</translation>
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
        <source>A new fit is then the only way to have them back.</source>
        <translation>取り戻すには、もう一度学習するしかありません。</translation>
    </message>
    <message>
        <source>A new scenario</source>
        <translation>新しいシナリオ</translation>
    </message>
    <message>
        <source>A record (208), the path of a WFDB header, or a simulated patient (patient:af); artefacts stand behind a plus (208+muscle=6). Empty lines are no beds.</source>
        <translation>記録（208）、WFDBヘッダのパス、または模擬患者（patient:af）。アーチファクトはプラスの後に書きます（208+muscle=6）。空の行にはベッドがありません。</translation>
    </message>
    <message>
        <source>A right answer names what is so, until 5 s after it has ended; the reaction is the median time from the annotated onset. “Too early” was guessed before it began.</source>
        <translation>起きている間、または終了後5秒以内に正しく答えると正解です。反応時間は、アノテーションの始まりからの中央値です。「早すぎ」は始まる前の推測です。</translation>
    </message>
    <message>
        <source>A scenario runs. This window is the class&apos;s: a simulated patient on a monitor.</source>
        <translation>シナリオが動いています。このウィンドウは受講者用で、模擬患者がモニターに表示されます。</translation>
    </message>
    <message>
        <source>A scenario runs: what was so is told when it is over.</source>
        <translation>シナリオが進行中です：実際に何があったかは終わってから示します。</translation>
    </message>
    <message>
        <source>A stem for each beat, a third of a second after its R peak: how unlike the patient&apos;s own beats it is. A triangle that points left came early; an open ring on the ground could not be judged.</source>
        <translation>R波頂点の1/3秒後に、拍ごとに1本：患者自身の拍とどれほど違うか。左向きの三角は早く来た拍、地の白丸は判定できなかった拍です。</translation>
    </message>
    <message>
        <source>ABP {high:.0f}/{low:.0f}</source>
        <translation>ABP {high:.0f}/{low:.0f}</translation>
    </message>
    <message>
        <source>AF?</source>
        <translation>AF？</translation>
    </message>
    <message>
        <source>ARTEFACTS  {told}</source>
        <translation>アーチファクト  {told}</translation>
    </message>
    <message>
        <source>AUC {auc:.4f}</source>
        <translation>AUC {auc:.4f}</translation>
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
        <source>Acknowledged</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Acknowledged: {said}{where}.</source>
        <translation>確認しました：{said}{where}。</translation>
    </message>
    <message>
        <source>Acknowledged: {title}</source>
        <translation>確認：{title}</translation>
    </message>
    <message>
        <source>Ada, Bob, Chi</source>
        <translation>あおい、はると、ゆい</translation>
    </message>
    <message>
        <source>Add noise, a lead that is off or a gap to what is watched, and take it away.</source>
        <translation>観察中の信号にノイズ、外れた誘導、欠落を加え、また取り除きます。</translation>
    </message>
    <message>
        <source>Added to what is watched from now on, live; the record itself stays as it is.</source>
        <translation>今から観察中の信号に加えます。記録そのものは変わりません。</translation>
    </message>
    <message>
        <source>Adopt the new weights</source>
        <translation>新しい重みを採用</translation>
    </message>
    <message>
        <source>Adopted: the analysis goes on with them, and keeps what it knows of the patient.</source>
        <translation>採用しました：患者について知っていることを保ったまま、新しい重みで解析を続けます。</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>成人</translation>
    </message>
    <message>
        <source>Advisories</source>
        <translation>参考通知</translation>
    </message>
    <message>
        <source>Afterwards, look back here on what happened and who saw it.</source>
        <translation>終わったら、何が起きて誰が気づいたかをここで振り返ります。</translation>
    </message>
    <message>
        <source>Against the annotations: disc, an alert that is true; cross, a false one; ring, a beat missed</source>
        <translation>アノテーションとの比較：●は正しいアラート、×は誤ったアラート、○は見逃された拍</translation>
    </message>
    <message>
        <source>Against the model</source>
        <translation>モデルと対決</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年齢</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>アラーム</translation>
    </message>
    <message>
        <source>Alarm: {join}</source>
        <translation>アラーム：{join}</translation>
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
        <source>Alarms, the newest first</source>
        <translation>アラーム、新しい順</translation>
    </message>
    <message>
        <source>Alarms, what everyone marked, and what was so, on one timeline with the signal. What was watched is here by itself, with a class or without; a class that was kept is opened from its file.</source>
        <translation>アラーム、各自の印、実際にあったことを、信号とともに一つの時間軸に並べます。見た区間は、授業の有無によらず自動でここに出ます。保存した授業はファイルから開けます。</translation>
    </message>
    <message>
        <source>Alarms: {n:,}, from {when} to {when_2}</source>
        <translation>アラーム：{n:,} 件、{when} から {when_2}</translation>
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
        <source>Alerts are listed here, each with its reason. A click opens it in the review.</source>
        <translation>アラートは理由とともにここに並びます。クリックするとレビューで開きます。</translation>
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
        <source>All alarms</source>
        <translation>全アラーム</translation>
    </message>
    <message>
        <source>All databases</source>
        <translation>全データベース</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>All from here on has been played, and stays as it was: open it again to change that.</source>
        <translation>ここから先はすべて再生済みで、そのまま残ります。変えるには開き直してください。</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>すべてのキー</translation>
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
        <source>All of every ECG lead, half an hour a page</source>
        <translation>すべての心電図誘導の全体、1ページ30分</translation>
    </message>
    <message>
        <source>All of the first lead, half an hour a page</source>
        <translation>最初の誘導の全体、1ページ30分</translation>
    </message>
    <message>
        <source>All, and advisories</source>
        <translation>全アラームと参考通知</translation>
    </message>
    <message>
        <source>An alert once a beat is classified, if it is over the line of the lane Beats. The running models&apos; lines shade what they find until then</source>
        <translation>拍が分類され、拍のレーンの線を越えていればアラートを出します。それまでは実行中のモデルの線が見つけた部分を網掛けにします</translation>
    </message>
    <message>
        <source>An alert wherever the forecast&apos;s or the autoencoder&apos;s error is over its line, as in the course. Single beats, runs, bigeminy and trigeminy raise none; flutter, pauses and faults still do</source>
        <translation>講座と同じく、予測またはオートエンコーダの誤差が線を越えるたびにアラートを出します。単発、連発、二段脈、三段脈では出さず、粗動、休止、機器の異常では出します</translation>
    </message>
    <message>
        <source>An artefact was on here, and marks teach from the signal itself: none was made.</source>
        <translation>ここにはアーチファクトが加えられていました。印は元の信号から学ぶためのものなので、付けませんでした。</translation>
    </message>
    <message>
        <source>An ectopic beat, or something begins: the time counts.</source>
        <translation>異所性拍、または何かの始まり：時間が計られます。</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>アノテーション</translation>
    </message>
    <message>
        <source>Another class</source>
        <translation>別の授業</translation>
    </message>
    <message>
        <source>Another export is still being written.</source>
        <translation>別の書き出しがまだ進行中です。</translation>
    </message>
    <message>
        <source>Another quiz</source>
        <translation>別のクイズ</translation>
    </message>
    <message>
        <source>Another record, from PhysioNet or your own: choose it here.</source>
        <translation>PhysioNet や手元の別の記録は、ここで選びます。</translation>
    </message>
    <message>
        <source>Another source is on now; its annotations and marks are kept above.</source>
        <translation>今は別の信号源です。前のアノテーションと印は上に残っています。</translation>
    </message>
    <message>
        <source>Another source was put on: the class ended there.</source>
        <translation>別の信号源に切り替わったため、授業はそこで終わりました。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Any record of PhysioNet</source>
        <translation>PhysioNetの任意の記録</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>全期間</translation>
    </message>
    <message>
        <source>Apnoea, from</source>
        <translation>無呼吸（以上）</translation>
    </message>
    <message>
        <source>Artefacts</source>
        <translation>アーチファクト</translation>
    </message>
    <message>
        <source>Artefacts come with a patient or a scenario: put one on.</source>
        <translation>アーチファクトは患者かシナリオに加えます：まずそれを始めてください。</translation>
    </message>
    <message>
        <source>Artefacts were added to the signal; traces and figures are of it with them:</source>
        <translation>信号にアーチファクトが加えられています。波形と数値はそれを含みます：</translation>
    </message>
    <message>
        <source>Artefacts…</source>
        <translation>アーチファクト…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムの設定</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Asking the stream what it carries…</source>
        <translation>ストリームの内容を問い合わせています…</translation>
    </message>
    <message>
        <source>Asystole, from</source>
        <translation>心静止（以上）</translation>
    </message>
    <message>
        <source>At one keyboard {most} learners have keys of their own; {n} take turns.</source>
        <translation>1台のキーボードで自分のキーを持てる受講者は{most}人です。{n}人の場合は交代で使います。</translation>
    </message>
    <message>
        <source>At the alert</source>
        <translation>アラートへ</translation>
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
        <source>Autoencoder (windows)</source>
        <translation>オートエンコーダ（窓）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Back 5 s</source>
        <translation>5秒戻る</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>ライブへ戻る</translation>
    </message>
    <message>
        <source>Back to the results  (Space)</source>
        <translation>結果へ戻る  （Space）</translation>
    </message>
    <message>
        <source>Back to the shipped weights</source>
        <translation>出荷時の重みに戻す</translation>
    </message>
    <message>
        <source>Be shown what is where: watching, teaching, retraining.</source>
        <translation>どこに何があるかを案内します：見る、教える、再学習。</translation>
    </message>
    <message>
        <source>Beat autoencoder</source>
        <translation>拍のオートエンコーダ</translation>
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
        <source>Bed {i}</source>
        <translation>ベッド {i}</translation>
    </message>
    <message>
        <source>Bed {number}</source>
        <translation>ベッド {number}</translation>
    </message>
    <message>
        <source>Bed {number} has no new alarm.</source>
        <translation>ベッド {number} に新しいアラームはありません。</translation>
    </message>
    <message>
        <source>Bed {number} is still being opened.</source>
        <translation>ベッド {number} はまだ開いている途中です。</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>ベッド</translation>
    </message>
    <message>
        <source>Beds of the ward</source>
        <translation>病棟のベッド</translation>
    </message>
    <message>
        <source>Begin with the last record</source>
        <translation>最後の記録から始める</translation>
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
        <source>Brushing</source>
        <translation>電極の擦れ</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>種類別</translation>
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
        <source>By the sensitivity that was set, beats are V from {levels} times the usual threshold on.</source>
        <translation>設定された感度により、通常のしきい値の{levels}倍以上の拍をVとしています。</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Calipers</source>
        <translation>キャリパ</translation>
    </message>
    <message>
        <source>Calipers: drag a line to measure</source>
        <translation>キャリパ：線をドラッグして計測</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>応援を呼ぶ</translation>
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
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Cannot be steered: artefacts only</source>
        <translation>操作不可：アーチファクトのみ</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>カタログ</translation>
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
        <source>Choose among the records that lie in a folder and within it; or drop it on the window.</source>
        <translation>フォルダとその中にある記録から選びます。ウィンドウにドロップすることもできます。</translation>
    </message>
    <message>
        <source>Choose an alarm first.</source>
        <translation>まずアラームを選んでください。</translation>
    </message>
    <message>
        <source>Choose an alarm to see the signal around it.</source>
        <translation>アラームを選ぶと、前後の信号が見られます。</translation>
    </message>
    <message>
        <source>Choose an alert to mark it.</source>
        <translation>印を付けるアラートを選んでください。</translation>
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
        <source>Choose the beds…</source>
        <translation>ベッドを選択…</translation>
    </message>
    <message>
        <source>Choose the channels that are to be shown.</source>
        <translation>表示するチャンネルを選んでください。</translation>
    </message>
    <message>
        <source>Choose the folder that holds your recordings first.</source>
        <translation>まず記録のあるフォルダを選んでください。</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>フォルダを選択…</translation>
    </message>
    <message>
        <source>Choose what to fit, then press Start: the monitor goes on meanwhile.</source>
        <translation>学習するものを選び、「開始」を押してください：その間もモニターは続きます。</translation>
    </message>
    <message>
        <source>Choose where recordings go.</source>
        <translation>収録の保存先を選びます。</translation>
    </message>
    <message>
        <source>Choose which model is fitted. Quick takes a minute or two.</source>
        <translation>学習させるモデルを選びます。「簡易」なら1、2分です。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>授業</translation>
    </message>
    <message>
        <source>Class (*.json)</source>
        <translation>授業 (*.json)</translation>
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
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Code of {numbers} numbers</source>
        <translation>{numbers} 個の数によるコード</translation>
    </message>
    <message>
        <source>Colour-blind palette</source>
        <translation>色覚に配慮した配色</translation>
    </message>
    <message>
        <source>Column of the times</source>
        <translation>時刻の列</translation>
    </message>
    <message>
        <source>Columns to read</source>
        <translation>読み込む列</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>もう一度比較</translation>
    </message>
    <message>
        <source>Compare only stretches of the same length: SDNN grows with it.</source>
        <translation>同じ長さの区間だけを比べてください：SDNNは長さとともに増えます。</translation>
    </message>
    <message>
        <source>Compare weights that ecg-train has fitted with those in use, and adopt them</source>
        <translation>ecg-train で学習した重みを使用中の重みと比べ、採用します</translation>
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
        <source>DATABASE/RECORD, as afdb/04015</source>
        <translation>データベース/記録、例：afdb/04015</translation>
    </message>
    <message>
        <source>DS1, as the shipped models</source>
        <translation>DS1（出荷時のモデルと同じ）</translation>
    </message>
    <message>
        <source>Dark / light</source>
        <translation>ダーク／ライト</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>データベース</translation>
    </message>
    <message>
        <source>Debrief</source>
        <translation>振り返り</translation>
    </message>
    <message>
        <source>Debrief as PDF</source>
        <translation>振り返りをPDFで保存</translation>
    </message>
    <message>
        <source>Debrief: alarms</source>
        <translation>振り返り：アラーム</translation>
    </message>
    <message>
        <source>Debrief…</source>
        <translation>振り返り…</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>行動</translation>
    </message>
    <message>
        <source>Delete mine</source>
        <translation>自分の重みを削除</translation>
    </message>
    <message>
        <source>Delete your own weights of {names}, and use the shipped ones again?</source>
        <translation>自分で学習した{names}の重みを削除し、出荷時のものに戻しますか？</translation>
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
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Done. The old and the new weights are being compared…</source>
        <translation>完了。新旧の重みを比較しています…</translation>
    </message>
    <message>
        <source>Done. {sentence}{left_out_words}</source>
        <translation>完了。{sentence}{left_out_words}</translation>
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
        <source>Draw a stretch with its beats and alerts as PNG, at a resolution of your choice, or as SVG.</source>
        <translation>拍とアラートを付けた区間を、好みの解像度のPNGまたはSVGに描きます。</translation>
    </message>
    <message>
        <source>Draw in colours that colour-blind eyes tell apart too, in either theme.</source>
        <translation>どちらのテーマでも、色覚の違いがあっても見分けられる色で描きます。</translation>
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
        <source>Drawing the strips…</source>
        <translation>問題を選んでいます…</translation>
    </message>
    <message>
        <source>Drop it to choose among its records.</source>
        <translation>ドロップすると、その中の記録から選べます。</translation>
    </message>
    <message>
        <source>Drop it to open {name}.</source>
        <translation>ドロップすると {name} を開きます。</translation>
    </message>
    <message>
        <source>ECG Monitor {app_version}</source>
        <translation>ECG Monitor {app_version}</translation>
    </message>
    <message>
        <source>EDF and BDF (*.edf *.bdf)</source>
        <translation>EDFとBDF (*.edf *.bdf)</translation>
    </message>
    <message>
        <source>Each beat has a score. Over the line it is an alert: drag it, or use Up and Down.</source>
        <translation>拍ごとにスコアがあり、線を越えるとアラートになります。線はドラッグか上下キーで動かします。</translation>
    </message>
    <message>
        <source>Each shows what is where, in a minute or two; Esc leaves it. They are under More, Tours.</source>
        <translation>どれも1、2分で案内します。Esc でいつでも終わります。「メニュー」の「ツアー」からまた見られます。</translation>
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
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Electrode</source>
        <translation>電極</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>End here; what was watched so far counts.  (Esc)</source>
        <translation>ここで終えます。ここまでの分が数えられます。（Esc）</translation>
    </message>
    <message>
        <source>End it here, and see the results.  (Esc)</source>
        <translation>ここで終えて結果を見ます。（Esc）</translation>
    </message>
    <message>
        <source>End it, and see how everyone did.  (Esc)</source>
        <translation>終えて、全員の成績を見ます。（Esc）</translation>
    </message>
    <message>
        <source>End looking back; playing does so too.</source>
        <translation>過去の表示を終えます。再生しても同じです。</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>終了する</translation>
    </message>
    <message>
        <source>End the class</source>
        <translation>授業を終える</translation>
    </message>
    <message>
        <source>End the quiz</source>
        <translation>クイズを終える</translation>
    </message>
    <message>
        <source>End the scenario</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>End the ward</source>
        <translation>病棟を終える</translation>
    </message>
    <message>
        <source>Epoch {epoch}: mean loss {loss:.3f}; held-out patients: {ranks}{best}.</source>
        <translation>エポック {epoch}：平均損失 {loss:.3f}。検証患者：{ranks}{best}。</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>全種類</translation>
    </message>
    <message>
        <source>Every record whose beats and leads are listed here</source>
        <translation>拍と誘導がここに記載された全記録</translation>
    </message>
    <message>
        <source>Every source</source>
        <translation>全信号源</translation>
    </message>
    <message>
        <source>Everything else is under More. F12 lists all keys.</source>
        <translation>ほかの機能は「メニュー」にあります。F12 で全キーの一覧が出ます。</translation>
    </message>
    <message>
        <source>Explain at once</source>
        <translation>すぐに解説</translation>
    </message>
    <message>
        <source>Explain at the end</source>
        <translation>最後に解説</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
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
        <source>Export as CSV</source>
        <translation>CSVで書き出す</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>JSONで書き出す</translation>
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
        <source>Export the class</source>
        <translation>授業を書き出す</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>比較を書き出す</translation>
    </message>
    <message>
        <source>Export the quiz</source>
        <translation>クイズを書き出す</translation>
    </message>
    <message>
        <source>Export what was watched</source>
        <translation>見た区間を書き出す</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Extreme rate</source>
        <translation>極端な心拍数</translation>
    </message>
    <message>
        <source>False</source>
        <translation>誤り</translation>
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
        <translation>早期収縮の最速の連発</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>誤り</translation>
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
        <source>Fill the lines from a preset</source>
        <translation>定型で各行を埋める</translation>
    </message>
    <message>
        <source>Fill the screen, or go back to a window.</source>
        <translation>全画面で表示するか、ウィンドウに戻します。</translation>
    </message>
    <message>
        <source>Filled: comes by itself. Hollow: someone&apos;s deed leads there.</source>
        <translation>塗り：自動で進む。白抜き：誰かの操作で進む。</translation>
    </message>
    <message>
        <source>Fit a model anew, on the catalogue or on a folder of your own recordings.</source>
        <translation>カタログや手元の記録のフォルダで、モデルを学習し直します。</translation>
    </message>
    <message>
        <source>Fit anew</source>
        <translation>新しく学習</translation>
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
        <source>Folder for the WFDB files</source>
        <translation>WFDBファイルのフォルダ</translation>
    </message>
    <message>
        <source>Folder of WFDB or EDF recordings</source>
        <translation>WFDBまたはEDFの記録のフォルダ</translation>
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
        <source>For comparison</source>
        <translation>比較用</translation>
    </message>
    <message>
        <source>For the next file of this shape the same is offered.</source>
        <translation>同じ形の次のファイルにも、同じ内容を提示します。</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Forecast fan over the signal</source>
        <translation>信号と予測の広がり</translation>
    </message>
    <message>
        <source>Forecast overlay</source>
        <translation>予測の重ね描き</translation>
    </message>
    <message>
        <source>Forecast: where the LSTM, at the dashed line, expects the signal 8 to 250 ms ahead: mean, and bands of one and two standard deviations. {came}</source>
        <translation>予測：破線の時点でLSTMが8～250 ms先の信号をどう予想しているか。平均と、標準偏差1つ分、2つ分の帯。{came}</translation>
    </message>
    <message>
        <source>Forecaster (LSTM)</source>
        <translation>予測器（LSTM）</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Forget gate: how much of its memory each unit keeps from one step (8 ms) to the next.</source>
        <translation>忘却ゲート：各ユニットが1ステップ（8 ms）ごとに記憶をどれだけ残すか。</translation>
    </message>
    <message>
        <source>Forget these records</source>
        <translation>これらの記録を忘れる</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Forward 5 s</source>
        <translation>5秒進む</translation>
    </message>
    <message>
        <source>Found (Se)</source>
        <translation>検出（Se）</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>From {start} to {stop}, {length}; of this {analysed} were analysed</source>
        <translation>{start}から{stop}、{length}。うち{analysed}を解析</translation>
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
        <source>Fusion beats</source>
        <translation>融合収縮</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>感度</translation>
    </message>
    <message>
        <source>Gain ½</source>
        <translation>感度 ½</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>欠測</translation>
    </message>
    <message>
        <source>Give the drug</source>
        <translation>薬を投与</translation>
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
        <source>Go back to the shipped weights</source>
        <translation>出荷時の重みに戻します</translation>
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
        <source>Go to it</source>
        <translation>移動</translation>
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
        <source>Going on after {done} batches that were kept.</source>
        <translation>保存された {done} バッチの続きから再開します。</translation>
    </message>
    <message>
        <source>Gradient norm against lag</source>
        <translation>ラグに対する勾配ノルム</translation>
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
        <source>Held-out record</source>
        <translation>検証用の記録</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Here old and new weights are compared; then adopt the new ones, or not.</source>
        <translation>ここで新旧の重みを比べ、新しい重みを採用するか決めます。</translation>
    </message>
    <message>
        <source>Here the class is told and asked things, and says what it does: call, drug, shock.</source>
        <translation>ここで受講者は説明や質問を受け、対応（応援を呼ぶ、薬を投与、除細動）を選びます。</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>名前を隠す</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
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
        <source>Hold the scenario, go to its next step, or end it. Above, choose or write another.</source>
        <translation>シナリオの一時停止、次の段階への移動、終了ができます。上で別のシナリオを選んだり作ったりできます。</translation>
    </message>
    <message>
        <source>How badly the autoencoder redraws the signal, above this patient&apos;s usual beats.</source>
        <translation>オートエンコーダの再構成のずれ。この患者のいつもの拍を上回る分です。</translation>
    </message>
    <message>
        <source>How far back do they look?</source>
        <translation>どこまで過去を見ているか？</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>書き出しの進み具合</translation>
    </message>
    <message>
        <source>How far the samples are from what was forecast, above this patient&apos;s usual beats.</source>
        <translation>予測とサンプルのずれ。この患者のいつもの拍を上回る分です。</translation>
    </message>
    <message>
        <source>How is this file to be read?</source>
        <translation>このファイルの読み方は？</translation>
    </message>
    <message>
        <source>How many numbers the second is squeezed through. It changes this picture alone, not the alerts.</source>
        <translation>1秒間を何個の数に圧縮するか。変わるのはこの図だけで、アラートは変わりません。</translation>
    </message>
    <message>
        <source>How they answer</source>
        <translation>回答方法</translation>
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
        <source>In the class&apos;s window: {key}</source>
        <translation>授業のウィンドウで{key}</translation>
    </message>
    <message>
        <source>In the record</source>
        <translation>記録内の時刻</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>時間順</translation>
    </message>
    <message>
        <source>In use: {yours}{rest}. A fit runs beside the monitor and gives way to it.</source>
        <translation>使用中：{yours}{rest}。学習はモニターと並行して進み、モニターを優先します。</translation>
    </message>
    <message>
        <source>In {soon_s:g} s</source>
        <translation>{soon_s:g}秒後</translation>
    </message>
    <message>
        <source>Input gate: how far each unit lets the new sample in.</source>
        <translation>入力ゲート：各ユニットが新しいサンプルをどれだけ取り入れるか。</translation>
    </message>
    <message>
        <source>Instructor</source>
        <translation>指導者</translation>
    </message>
    <message>
        <source>Instructor – ECG Monitor</source>
        <translation>指導者 – ECG Monitor</translation>
    </message>
    <message>
        <source>Irregular: atrial fibrillation?</source>
        <translation>不整：心房細動？</translation>
    </message>
    <message>
        <source>It could not be looked through to its end ({error}).</source>
        <translation>最後まで調べられませんでした（{error}）。</translation>
    </message>
    <message>
        <source>It gave no weights.</source>
        <translation>重みが得られませんでした。</translation>
    </message>
    <message>
        <source>It gave nothing.</source>
        <translation>結果が得られませんでした。</translation>
    </message>
    <message>
        <source>It is sampled at {rate} Hz, as it says itself.</source>
        <translation>ファイル自身の記載によれば、サンプリング周波数は {rate} Hz です。</translation>
    </message>
    <message>
        <source>It lists folders and no records: name a record of it below.</source>
        <translation>記録ではなくフォルダの一覧です：下にその記録名を入力してください。</translation>
    </message>
    <message>
        <source>Its list of records is on its way …</source>
        <translation>記録の一覧を取得しています…</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Keep the class</source>
        <translation>授業を保存</translation>
    </message>
    <message>
        <source>Keep the present ones</source>
        <translation>今の重みを残す</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Kept as {name}.</source>
        <translation>{name} として保存しました。</translation>
    </message>
    <message>
        <source>Keys 1 to 9 and 0 name what is seen, </source>
        <translation>1～9と0のキーで見たものを答え、</translation>
    </message>
    <message>
        <source>Keys 1 to 9 and 0 name what is seen. {more}</source>
        <translation>1～9と0のキーで見たものを答えます。{more}</translation>
    </message>
    <message>
        <source>Keys of their own</source>
        <translation>各自のキー</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Kind of alarm</source>
        <translation>アラームの種類</translation>
    </message>
    <message>
        <source>LA–LL</source>
        <translation>LA–LL</translation>
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
        <source>Large figures</source>
        <translation>大きな数値</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去7日</translation>
    </message>
    <message>
        <source>Last alert: {said}.</source>
        <translation>最後のアラート：{said}。</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>過去1時間</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>継続時間</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Later by</source>
        <translation>遅れ</translation>
    </message>
    <message>
        <source>Latest beat over the template</source>
        <translation>テンプレートと最新の拍</translation>
    </message>
    <message>
        <source>Lead off</source>
        <translation>電極外れ</translation>
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
        <source>Leads 1–2</source>
        <translation>誘導 1–2</translation>
    </message>
    <message>
        <source>Leads on</source>
        <translation>次への条件</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>学習元</translation>
    </message>
    <message>
        <source>Learn from a folder of your own recordings, or from records of the catalogue.</source>
        <translation>手元の記録のフォルダ、またはカタログの記録から学習します。</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>受講者</translation>
    </message>
    <message>
        <source>Learners&apos; names, with commas between them</source>
        <translation>受講者の名前、コンマ区切り</translation>
    </message>
    <message>
        <source>Learners, with commas between them</source>
        <translation>受講者（コンマ区切り）</translation>
    </message>
    <message>
        <source>Learns from {join}; {apart}; on {device}.</source>
        <translation>{join} から学習。{apart}。{device} 上。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Leave the text?</source>
        <translation>文を破棄しますか？</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>key</comment>
        <translation>←</translation>
    </message>
    <message>
        <source>Left / Right</source>
        <translation>左／右</translation>
    </message>
    <message>
        <source>Left and Right move the right caliper, with Shift the left one.</source>
        <translation>左右キーで右のキャリパ、Shiftで左のキャリパが動きます。</translation>
    </message>
    <message>
        <source>Left out: {record}. {why}</source>
        <translation>除外：{record}。{why}</translation>
    </message>
    <message>
        <source>Length of the trends</source>
        <translation>トレンドの長さ</translation>
    </message>
    <message>
        <source>Less sensitive</source>
        <translation>低感度に</translation>
    </message>
    <message>
        <source>Let nothing flash or move of itself: what nobody acknowledged has a frame instead, and a film shows its end.</source>
        <translation>ひとりでに点滅したり動いたりするものを止めます：確認されていないものには枠が付き、動画は最後の場面を示します。</translation>
    </message>
    <message>
        <source>Let the class&apos;s window stand still; time stands still with it.</source>
        <translation>受講者側のウィンドウを静止させます。時間も止まります。</translation>
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
        <source>Licence: {licence}.</source>
        <translation>ライセンス：{licence}。</translation>
    </message>
    <message>
        <source>Limits of alarms</source>
        <translation>アラーム設定値</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>{line} 行目：{what}</translation>
    </message>
    <message>
        <source>List its records</source>
        <translation>記録の一覧を出す</translation>
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
        <source>Loading the models…</source>
        <translation>モデルを読み込み中…</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>読み込む…</translation>
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
        <translation>早期収縮の最長および最速の連発</translation>
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
        <translation>早期収縮の最長の連発</translation>
    </message>
    <message>
        <source>Look at the strip</source>
        <translation>波形を見る</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>過去を見る</translation>
    </message>
    <message>
        <source>Look back  ›</source>
        <translation>振り返る  ›</translation>
    </message>
    <message>
        <source>Look back on what happened and who saw it.</source>
        <translation>何が起き、誰が気づいたかを振り返ります。</translation>
    </message>
    <message>
        <source>Look back on what was watched</source>
        <translation>見た区間を振り返る</translation>
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
        <source>Looking for records …</source>
        <translation>記録を探しています…</translation>
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
        <source>Lose them</source>
        <translation>破棄する</translation>
    </message>
    <message>
        <source>Lower all thresholds by a step: more alerts.</source>
        <translation>すべてのしきい値を一段下げます。アラートが増えます。</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
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
        <source>Mark ectopic beats; the detector does so too.</source>
        <translation>異所性拍に印を付けます。検出器も同じことをします。</translation>
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
        <source>Marked as missed</source>
        <translation>見逃しの印を付けました</translation>
    </message>
    <message>
        <source>Marked as normal for this patient</source>
        <translation>この患者では正常の印を付けました</translation>
    </message>
    <message>
        <source>Marked: missed</source>
        <translation>印：見逃し</translation>
    </message>
    <message>
        <source>Marked: normal for this patient</source>
        <translation>印：この患者では正常</translation>
    </message>
    <message>
        <source>Marks from review</source>
        <translation>レビューでの印</translation>
    </message>
    <message>
        <source>Marks set in review</source>
        <translation>レビューで付けた印</translation>
    </message>
    <message>
        <source>Mean pressure</source>
        <translation>平均血圧</translation>
    </message>
    <message>
        <source>Measure NIBP</source>
        <translation>NIBP測定</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>Medication</source>
        <translation>薬剤</translation>
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
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Model view</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Models&apos; alerts</source>
        <translation>モデルのアラート</translation>
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
        <source>Muscle</source>
        <translation>筋電</translation>
    </message>
    <message>
        <source>NOT RECORDED  {name}</source>
        <translation>収録されていません  {name}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name of the stream</source>
        <translation>ストリームの名前</translation>
    </message>
    <message>
        <source>Name strips of the database.</source>
        <translation>データベースの波形の名前を答えます。</translation>
    </message>
    <message>
        <source>Name what you see while the stream plays.</source>
        <translation>流れる信号を見て名前を答えます。</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Neonate</source>
        <translation>新生児</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>新しい患者</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新規…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Next alert</source>
        <translation>次のアラート</translation>
    </message>
    <message>
        <source>Next alert  ›</source>
        <translation>次のアラート  ›</translation>
    </message>
    <message>
        <source>Next layout</source>
        <translation>次の配置</translation>
    </message>
    <message>
        <source>Next step</source>
        <comment>of a scenario</comment>
        <translation>次の段階</translation>
    </message>
    <message>
        <source>Next strip  (Space)</source>
        <translation>次の波形  （Space）</translation>
    </message>
    <message>
        <source>No alarm</source>
        <translation>アラームなし</translation>
    </message>
    <message>
        <source>No alarm has been logged yet.</source>
        <translation>アラームはまだ記録されていません。</translation>
    </message>
    <message>
        <source>No alarm is like that.</source>
        <translation>該当するアラームはありません。</translation>
    </message>
    <message>
        <source>No alarm was raised.</source>
        <translation>アラームはありませんでした。</translation>
    </message>
    <message>
        <source>No alert so far.</source>
        <translation>アラートはまだありません。</translation>
    </message>
    <message>
        <source>No alert yet</source>
        <translation>アラートはまだありません</translation>
    </message>
    <message>
        <source>No bed is watched. A ward shows many patients at once; a click opens one.</source>
        <translation>監視中のベッドはありません。病棟では多くの患者を一度に表示します。クリックで一つを開きます。</translation>
    </message>
    <message>
        <source>No better epoch for a while: ended early, after epoch {epoch}.</source>
        <translation>しばらく改善がないため、エポック {epoch} の後で早めに終えました。</translation>
    </message>
    <message>
        <source>No fault: it can be played.</source>
        <translation>誤りはありません：実行できます。</translation>
    </message>
    <message>
        <source>No figures now: {why}.</source>
        <translation>今は数値がありません：{why}。</translation>
    </message>
    <message>
        <source>No longer marked: {where}{beats}.</source>
        <translation>印を外しました：{where}{beats}。</translation>
    </message>
    <message>
        <source>No powers: no 5 minutes are normal enough.</source>
        <translation>パワーなし：十分に正常な5分間がありません。</translation>
    </message>
    <message>
        <source>No record is on.</source>
        <translation>記録がありません。</translation>
    </message>
    <message>
        <source>No record with annotations is at hand, and the demo that ships has none: all strips are of simulated patients. Records that you have opened once are drawn from as well.</source>
        <translation>アノテーション付きの記録が手元になく、付属のデモにもありません：すべて模擬患者の波形です。一度開いた記録からも出題されます。</translation>
    </message>
    <message>
        <source>No record.</source>
        <translation>記録がありません。</translation>
    </message>
    <message>
        <source>No recording in the folder itself: those in the folders within it are taken. </source>
        <translation>このフォルダ自体に記録はありません。中のフォルダにある記録を使います。</translation>
    </message>
    <message>
        <source>No reference annotations to compare with.</source>
        <translation>比較できる参照アノテーションがありません。</translation>
    </message>
    <message>
        <source>No scenario runs.</source>
        <translation>シナリオは動いていません。</translation>
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
        <source>Noise at</source>
        <translation>雑音</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>None so far</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>None yet: mark alerts in Review, and a fit can follow them.</source>
        <translation>まだありません：レビューでアラートに印を付けると、学習に反映できます。</translation>
    </message>
    <message>
        <source>Normal (N)</source>
        <translation>正常（N）</translation>
    </message>
    <message>
        <source>Normal and bundle branch block beats</source>
        <translation>正常と脚ブロックの拍</translation>
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
        <source>Not learnt from now. The shipped model has learnt from it, which favours the old weights.</source>
        <translation>今回は学習に使いません。出荷時のモデルはこれで学習しているため、旧い重みに有利です。</translation>
    </message>
    <message>
        <source>Not learnt from: old and new weights are compared on it.</source>
        <translation>学習に使いません：新旧の重みをこれで比べます。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Not of this bed</source>
        <translation>このベッドでは不可</translation>
    </message>
    <message>
        <source>Not to be read: the rhythm was irregular.</source>
        <translation>判読不可：リズムが不整でした。</translation>
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
        <source>Nothing comes from here; with the names shown, it says why.</source>
        <translation>ここからは何も届いていません。名前を表示すると理由が出ます。</translation>
    </message>
    <message>
        <source>Nothing flashes or moves of itself: the desktop asks for it. Shift+S ends it.</source>
        <translation>デスクトップの設定に従い、ひとりでに点滅したり動いたりするものを止めています。Shift+S で元に戻ります。</translation>
    </message>
    <message>
        <source>Nothing has been watched yet.</source>
        <translation>まだ何も見ていません。</translation>
    </message>
    <message>
        <source>Nothing is on.</source>
        <translation>何も開いていません。</translation>
    </message>
    <message>
        <source>Nothing is on: put a patient on, or a scenario.</source>
        <translation>何も開いていません。患者かシナリオを始めてください。</translation>
    </message>
    <message>
        <source>Nothing of {name} was watched yet.</source>
        <translation>{name}はまだ何も見ていません。</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>まだ表示するものがありません。</translation>
    </message>
    <message>
        <source>Nothing was answered</source>
        <translation>回答がありません</translation>
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
        <source>Nothing was watched from {start} to {stop}.</source>
        <translation>{start} から {stop} までは何も見ていません。</translation>
    </message>
    <message>
        <source>Nothing was watched yet: let the stream run first.</source>
        <translation>まだ何も見ていません：まず信号を流してください。</translation>
    </message>
    <message>
        <source>Nothing was written: {why}.</source>
        <translation>何も書き出しませんでした：{why}。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Number of the quiz</source>
        <translation>クイズの番号</translation>
    </message>
    <message>
        <source>ON AIR  {name}  {heard}</source>
        <translation>配信中  {name}  {heard}</translation>
    </message>
    <message>
        <source>Of marks right (+P)</source>
        <translation>印の正解率（+P）</translation>
    </message>
    <message>
        <source>Of what was watched, {minutes:.1f} min, by the record&apos;s annotations: {found} ventricular (V) and {found_2} supraventricular (S) beats lie in an alert (Se); {true} alerts about ectopic beats and {true_2} about premature ones are true (+P). In all {false} alerts are false. The rule is that of ecg-train evaluate, which leaves the first five minutes out.</source>
        <translation>見た {minutes:.1f} 分間について、記録のアノテーションによると：心室性（V）{found}、上室性（S）{found_2} の拍がアラートの中にあります（Se）。異所性拍のアラートは {true}、早期収縮のアラートは {true_2} が正しいものです（+P）。誤ったアラートは計 {false} 件です。規則は ecg-train evaluate のもので、最初の5分を除きます。</translation>
    </message>
    <message>
        <source>Old and new, side by side</source>
        <translation>新旧の比較</translation>
    </message>
    <message>
        <source>On the page Class, learners name what they see, while the scenario goes on.</source>
        <translation>「授業」のページでは、シナリオが進む間に受講者が見たものを答えます。</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Only a text file can be read otherwise: what is watched is none.</source>
        <translation>読み直せるのはテキストファイルだけです：今の信号はそうではありません。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open a class</source>
        <translation>授業を開く</translation>
    </message>
    <message>
        <source>Open a class from its file, or look back on the stream.</source>
        <translation>ファイルから授業を開くか、信号を振り返ります。</translation>
    </message>
    <message>
        <source>Open a class…</source>
        <translation>授業を開く…</translation>
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
        <source>Open a record by its file: WFDB (.hea), EDF, EDF+, BDF or text; or drop it on the window.</source>
        <translation>記録をファイルから開きます：WFDB（.hea）、EDF、EDF+、BDF、テキスト。ウィンドウへのドロップでも開けます。</translation>
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
        <translation>指導者のウィンドウを開きます。患者を操作し、シナリオを進めます。受講者には見えません。</translation>
    </message>
    <message>
        <source>Or steer by hand: another rhythm, its rate, at once or smoothly.</source>
        <translation>手動でも操作できます：別のリズムや心拍数に、すぐに、または滑らかに変えます。</translation>
    </message>
    <message>
        <source>Others…</source>
        <translation>ほか…</translation>
    </message>
    <message>
        <source>Output gate: how far each unit shows its memory to the forecast.</source>
        <translation>出力ゲート：各ユニットが記憶を予測にどれだけ見せるか。</translation>
    </message>
    <message>
        <source>Own limits</source>
        <translation>独自の設定値</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PVC {ectopic:.0f}/min</source>
        <translation>PVC {ectopic:.0f}/分</translation>
    </message>
    <message>
        <source>PVCs a minute</source>
        <translation>1分間のPVC数</translation>
    </message>
    <message>
        <source>PVCs marked</source>
        <translation>PVCの印</translation>
    </message>
    <message>
        <source>Paced and unclassifiable beats</source>
        <translation>ペーシング、分類不能の拍</translation>
    </message>
    <message>
        <source>Paediatric</source>
        <translation>小児</translation>
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
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>the stream</comment>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pause (Space) to look back through what was played.</source>
        <translation>再生した部分を見返すには、一時停止（Space）してください。</translation>
    </message>
    <message>
        <source>Pause, from</source>
        <translation>休止（以上）</translation>
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
        <source>Picture as PNG</source>
        <translation>PNG画像</translation>
    </message>
    <message>
        <source>Picture as SVG</source>
        <translation>SVG画像</translation>
    </message>
    <message>
        <source>Picture of a stretch</source>
        <translation>区間の画像</translation>
    </message>
    <message>
        <source>Place in the record</source>
        <translation>記録内の位置</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>予定</translation>
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
        <source>Play or pause.  (Space)</source>
        <translation>再生または一時停止。（Space）</translation>
    </message>
    <message>
        <source>Polarity</source>
        <translation>極性</translation>
    </message>
    <message>
        <source>Powers: Lomb and Scargle, mean of {n} pieces of 5 min.</source>
        <translation>パワー：LombとScargle、5分の区間 {n} 個の平均。</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>定型</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Preview of the steps</source>
        <translation>段階のプレビュー</translation>
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
        <source>Progress</source>
        <translation>進行状況</translation>
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
        <source>Put the right caliper on the beat in Review to mark it as missed.</source>
        <translation>見逃しの印を付けるには、レビューで右のキャリパを拍に合わせてください。</translation>
    </message>
    <message>
        <source>Quick: a minute or two, for a first look</source>
        <translation>簡易：1、2分でまず様子を見る</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>クイズ</translation>
    </message>
    <message>
        <source>Quiz number</source>
        <translation>クイズ番号</translation>
    </message>
    <message>
        <source>RA–LA</source>
        <translation>RA–LA</translation>
    </message>
    <message>
        <source>RA–LL</source>
        <translation>RA–LL</translation>
    </message>
    <message>
        <source>REC  {name}  {clock}</source>
        <translation>収録中  {name}  {clock}</translation>
    </message>
    <message>
        <source>RR interval to the alert&apos;s first beat</source>
        <translation>アラートの最初の拍までのRR間隔</translation>
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
        <source>Raised</source>
        <translation>発生</translation>
    </message>
    <message>
        <source>Rate by the stamps: {rate:.2f} Hz</source>
        <translation>時刻印によるサンプリング周波数：{rate:.2f} Hz</translation>
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
        <translation>発生率は{least_s:.0f}秒分の解析後に表示します。</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>反応時間</translation>
    </message>
    <message>
        <source>Read again what the program said.</source>
        <translation>プログラムからのメッセージをもう一度読みます。</translation>
    </message>
    <message>
        <source>Read this file otherwise</source>
        <translation>このファイルを読み直す</translation>
    </message>
    <message>
        <source>Recent records</source>
        <translation>最近の記録</translation>
    </message>
    <message>
        <source>Reconstruction over the input</source>
        <translation>入力と再構成</translation>
    </message>
    <message>
        <source>Reconstruction overlay</source>
        <translation>再構成の重ね描き</translation>
    </message>
    <message>
        <source>Reconstruction: part of the autoencoder&apos;s second of signal is missing.</source>
        <translation>再構成：オートエンコーダが見る1秒間の信号の一部が欠けています。</translation>
    </message>
    <message>
        <source>Reconstruction: the autoencoder redraws a second (violet) from {numbers} numbers; where it counts (shaded), {here}off by {reconstruction_error_mv:.2f} mV. {words}</source>
        <translation>再構成：オートエンコーダは1秒間を {numbers} 個の数から描き直します（紫）。重視する部分（網掛け）で{here}ずれは {reconstruction_error_mv:.2f} mV。{words}</translation>
    </message>
    <message>
        <source>Record</source>
        <comment>of a database</comment>
        <translation>記録</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>収録</translation>
    </message>
    <message>
        <source>Record all</source>
        <translation>すべて収録</translation>
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
        <source>Recorded from {start} to {stop} by the record&apos;s own clock, which the trend and its table follow</source>
        <translation>記録自体の時計で {start} から {stop} まで。トレンドと表の時刻もこれに従います</translation>
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
        <source>Records (*.hea *.edf *.bdf *.csv *.txt *.tsv *.asc)</source>
        <translation>記録 (*.hea *.edf *.bdf *.csv *.txt *.tsv *.asc)</translation>
    </message>
    <message>
        <source>Records I tick</source>
        <translation>選んだ記録</translation>
    </message>
    <message>
        <source>Records in {name}</source>
        <translation>{name} の記録</translation>
    </message>
    <message>
        <source>Records of a folder</source>
        <translation>フォルダの記録</translation>
    </message>
    <message>
        <source>Records to learn from</source>
        <translation>学習に使う記録</translation>
    </message>
    <message>
        <source>Records…</source>
        <translation>記録…</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>収録…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
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
        <source>Report as PDF</source>
        <translation>報告書をPDFで保存</translation>
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
        <source>Resolution</source>
        <translation>解像度</translation>
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
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>再学習</translation>
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
        <source>Rhythm and signal, share of the time with a signal</source>
        <translation>リズムと信号、信号があった時間に占める割合</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>key</comment>
        <translation>→</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>Run a scenario: the class watches a patient, and you steer it from a second window.</source>
        <translation>シナリオを実行します：受講者は患者を見て、指導者は別のウィンドウから操作します。</translation>
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
        <source>Sampling rate</source>
        <translation>サンプリング周波数</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save a screenshot</source>
        <translation>画面の画像を保存</translation>
    </message>
    <message>
        <source>Save and start</source>
        <translation>保存して開始</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Say anew which rate, unit and columns the text file has that is on the screen.</source>
        <translation>表示中のテキストファイルのサンプリング周波数、単位、列を指定し直します。</translation>
    </message>
    <message>
        <source>Say how many samples a second there are.</source>
        <translation>1秒あたりのサンプル数を指定してください。</translation>
    </message>
    <message>
        <source>Say that you know of every alarm there is now.</source>
        <translation>今あるすべてのアラームを知っていると伝えます。</translation>
    </message>
    <message>
        <source>Say what the numbers are.</source>
        <translation>数値の意味を指定してください。</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>シナリオ</translation>
    </message>
    <message>
        <source>Scenario – ECG Monitor</source>
        <translation>シナリオ – ECG Monitor</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>シナリオ</translation>
    </message>
    <message>
        <source>Score of each beat, threshold moves with the arrow keys</source>
        <translation>各拍のスコア、しきい値は矢印キーで動きます</translation>
    </message>
    <message>
        <source>Search</source>
        <comment>in a list</comment>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>名前で検索</translation>
    </message>
    <message>
        <source>Search in the alarms</source>
        <translation>アラームを検索</translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation>カタログを検索</translation>
    </message>
    <message>
        <source>Search the records found</source>
        <translation>見つかった記録の検索</translation>
    </message>
    <message>
        <source>Search: number, lead, sex, drug, rhythm, beat type (V, A, F, …)</source>
        <translation>検索：番号、誘導、性別、薬剤、リズム、拍の型（V、A、F…）</translation>
    </message>
    <message>
        <source>See a record stream by, and what raises an alert or an alarm.</source>
        <translation>流れる記録と、アラートやアラームが出る様子を見ます。</translation>
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
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Seen before</source>
        <translation>以前に見たもの</translation>
    </message>
    <message>
        <source>Select a record to read about it.</source>
        <translation>記録を選ぶと説明が出ます。</translation>
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
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Shift+Left / Right</source>
        <translation>Shift＋左／右</translation>
    </message>
    <message>
        <source>Shipped weights…</source>
        <translation>出荷時の重み…</translation>
    </message>
    <message>
        <source>Shock</source>
        <translation>除細動</translation>
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
        <source>Show me</source>
        <translation>案内を見る</translation>
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
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Signal and errors around the alert</source>
        <translation>アラート前後の信号と誤差</translation>
    </message>
    <message>
        <source>Signal and scores by the old and by the new weights</source>
        <translation>新旧の重みによる信号とスコア</translation>
    </message>
    <message>
        <source>Signal too noisy on all leads</source>
        <translation>全誘導でノイズが強く使えない信号</translation>
    </message>
    <message>
        <source>Signal-to-noise ratio, dB</source>
        <translation>信号対雑音比、dB</translation>
    </message>
    <message>
        <source>Signals and events as CSV</source>
        <translation>信号と出来事をCSVで</translation>
    </message>
    <message>
        <source>Signals and events as EDF+</source>
        <translation>信号と出来事をEDF+で</translation>
    </message>
    <message>
        <source>Signals and events as WFDB</source>
        <translation>信号と出来事をWFDBで</translation>
    </message>
    <message>
        <source>Signals: {leads}</source>
        <translation>信号：{leads}</translation>
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
        <source>Size of the code</source>
        <translation>コードの大きさ</translation>
    </message>
    <message>
        <source>Sliders of what the patient has are heard at once.</source>
        <translation>今の状態のスライダーはすぐに効きます。</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>遅く</translation>
    </message>
    <message>
        <source>So far: </source>
        <translation>途中経過：</translation>
    </message>
    <message>
        <source>Some minutes of what is on play. Press Space, or click the strip, at every ventricular ectopic beat. The monitor&apos;s detector works on the same minutes, and does not tell. Then both are held against the annotations by the same rule: within 150 ms of a beat; a key may come up to {latency_s:g} s later, a click may not.</source>
        <translation>今の信号を数分間再生します。心室性の異所性拍ごとに、スペースキーを押すか波形をクリックしてください。モニターの検出器も同じ区間を調べますが、結果は示しません。その後、両方を同じ規則でアノテーションと照らします：拍から150 ms以内。キーは{latency_s:g}秒まで遅れてもよく、クリックは遅れられません。</translation>
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
        <source>Source</source>
        <translation>信号源</translation>
    </message>
    <message>
        <source>Source of bed {i}</source>
        <translation>ベッド {i} の信号源</translation>
    </message>
    <message>
        <source>Source: {said}</source>
        <translation>信号源：{said}</translation>
    </message>
    <message>
        <source>Source: {source}, at {fs:g} Hz; analysed: {lead}</source>
        <translation>信号源：{source}、{fs:g} Hz。解析：{lead}</translation>
    </message>
    <message>
        <source>SpO₂ {spo2:.0f}</source>
        <translation>SpO₂ {spo2:.0f}</translation>
    </message>
    <message>
        <source>Space   Now!</source>
        <translation>Space   今！</translation>
    </message>
    <message>
        <source>Space goes on from an explanation, Esc ends the quiz.</source>
        <translation>Spaceで説明から次へ、Escでクイズを終えます。</translation>
    </message>
    <message>
        <source>Stamps jitter by {jitter:.2f} ms</source>
        <translation>時刻印のゆらぎ：{jitter:.2f} ms</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
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
        <source>Start the class</source>
        <translation>授業を開始</translation>
    </message>
    <message>
        <source>Start the quiz</source>
        <translation>クイズを開始</translation>
    </message>
    <message>
        <source>Start: the fit runs beside the monitor, which goes on.</source>
        <translation>「開始」を押すと、モニターを動かしたまま学習が進みます。</translation>
    </message>
    <message>
        <source>Starting: torch is loaded and the records are read…</source>
        <translation>開始中：torchを読み込み、記録を読んでいます…</translation>
    </message>
    <message>
        <source>Starts as soon as the fit before it has stopped.</source>
        <translation>前の学習が止まりしだい始まります。</translation>
    </message>
    <message>
        <source>Steer now</source>
        <translation>今すぐ変更</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Steps</source>
        <comment>of a scenario</comment>
        <translation>段階</translation>
    </message>
    <message>
        <source>Steps in a millivolt</source>
        <translation>1 mVあたりのカウント数</translation>
    </message>
    <message>
        <source>Still</source>
        <translation>点滅なし</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop ({done:.0f} %)</source>
        <translation>停止（{done:.0f} %）</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>収録を終える</translation>
    </message>
    <message>
        <source>Stopped early: </source>
        <translation>途中で停止：</translation>
    </message>
    <message>
        <source>Stopped, and came back: {n}</source>
        <translation>停止と再開：{n}</translation>
    </message>
    <message>
        <source>Stopped. Nothing had been fitted yet: Start begins anew.</source>
        <translation>停止しました。まだ何も学習していません：「開始」で最初から始まります。</translation>
    </message>
    <message>
        <source>Stopped. The fit is kept: Start goes on with it, if nothing was changed.</source>
        <translation>停止しました。途中までが保存されています：何も変えなければ「開始」で続きから再開します。</translation>
    </message>
    <message>
        <source>Stopping at the next batch…</source>
        <translation>次のバッチで停止します…</translation>
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
        <source>Strip</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Strip of the chosen alarm</source>
        <translation>選んだアラームの波形</translation>
    </message>
    <message>
        <source>Strip {number} of {n}</source>
        <translation>波形 {number}／{n}</translation>
    </message>
    <message>
        <source>Strip {question} of {n}</source>
        <translation>波形 {question}／{n}</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Strips from the records at hand, each with one rhythm and nothing else; simulated patients stand in where no record shows a finding. Name each one. The same number gives the same quiz again.</source>
        <translation>手元の記録から、一つのリズムだけを含む波形を出題します。該当する記録がないものは模擬患者で補います。それぞれの名前を答えてください。同じ番号なら同じクイズになります。</translation>
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
        <source>Supraventricular ectopic beats</source>
        <translation>上室性の異所性拍</translation>
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
        <source>Take the chosen mark, or all of the chosen record, away for good.</source>
        <translation>選んだ印、または選んだ記録のすべての印を完全に削除します。</translation>
    </message>
    <message>
        <source>Take the latest change of marks back.</source>
        <translation>最後に変えた印を元に戻します。</translation>
    </message>
    <message>
        <source>Take turns</source>
        <translation>交代で</translation>
    </message>
    <message>
        <source>Taken back: {join} in {records}.</source>
        <translation>取り消しました：{records} の{join}。</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教える</translation>
    </message>
    <message>
        <source>Tell apart, by the record&apos;s annotations, alerts that are true or false and beats that were missed.</source>
        <translation>記録のアノテーションにより、正しいアラート、誤ったアラート、見逃された拍を区別します。</translation>
    </message>
    <message>
        <source>Template: this patient&apos;s usual beat (broad), and over it the latest one near the moment: correlation {likeness:.2f}.</source>
        <translation>テンプレート：この患者のいつもの拍（太線）と、この時点に近い最新の拍：相関 {likeness:.2f}。</translation>
    </message>
    <message>
        <source>Template: this patient&apos;s usual beat is not known yet; it takes some beats.</source>
        <translation>テンプレート：この患者のいつもの拍はまだ分かりません。数拍必要です。</translation>
    </message>
    <message>
        <source>Template: this patient&apos;s usual beat; no whole beat is near the moment.</source>
        <translation>テンプレート：この患者のいつもの拍。この時点の近くに完全な拍がありません。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Text and CSV (*.csv *.txt *.tsv *.asc)</source>
        <translation>テキストとCSV (*.csv *.txt *.tsv *.asc)</translation>
    </message>
    <message>
        <source>The ECG streams here, a lead a strip. Space pauses it; then drag to look back.</source>
        <translation>心電図が誘導ごとに流れます。スペースキーで一時停止し、ドラッグで過去を見られます。</translation>
    </message>
    <message>
        <source>The alert under review, or else the last one</source>
        <translation>レビュー中のアラート、または最後のアラート</translation>
    </message>
    <message>
        <source>The analysis has not come so far, so the monitor is not compared.</source>
        <translation>解析がそこまで進んでいないため、モニターとは比べません。</translation>
    </message>
    <message>
        <source>The analysis stopped, so the monitor is not compared: {failure}.</source>
        <translation>解析が止まったため、モニターとは比べません：{failure}。</translation>
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
        <source>The comparison could not be read ({name}).</source>
        <translation>比較を読み込めませんでした（{name}）。</translation>
    </message>
    <message>
        <source>The curves could not be kept: {value}.</source>
        <translation>曲線を保存できませんでした：{value}。</translation>
    </message>
    <message>
        <source>The figures alone, as large as the page allows</source>
        <translation>ページに入る限り大きく、数値だけを表示します</translation>
    </message>
    <message>
        <source>The file of marks could not be read, and is left as it is.</source>
        <translation>印のファイルを読み込めませんでした。そのまま残します。</translation>
    </message>
    <message>
        <source>The files were not written: {value}.</source>
        <translation>ファイルを書き出せませんでした：{value}。</translation>
    </message>
    <message>
        <source>The first seconds of the file</source>
        <translation>ファイルの最初の数秒</translation>
    </message>
    <message>
        <source>The first {most_listed} of {n:,}.</source>
        <translation>{n:,} 件のうち最初の {most_listed} 件。</translation>
    </message>
    <message>
        <source>The fit ended. {why}</source>
        <translation>学習が終わりました。{why}</translation>
    </message>
    <message>
        <source>The fit follows {n} of {counted}.</source>
        <translation>学習に使うのは {counted} のうち {n} 個です。</translation>
    </message>
    <message>
        <source>The foremost alarm stands here, as on a bedside monitor. Y acknowledges it.</source>
        <translation>最も優先度の高いアラームが、ベッドサイドモニターのようにここに出ます。Y キーで確認済みにします。</translation>
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
        <source>The models could not look at the strips ({name}: {error}).</source>
        <translation>モデルが波形を調べられませんでした（{name}：{error}）。</translation>
    </message>
    <message>
        <source>The models raise alerts while a record plays; the first one opens here.</source>
        <translation>記録の再生中にモデルがアラートを出します。最初のものがここに開きます。</translation>
    </message>
    <message>
        <source>The monitor</source>
        <translation>モニター</translation>
    </message>
    <message>
        <source>The monitor is finishing…</source>
        <translation>モニターが仕上げています…</translation>
    </message>
    <message>
        <source>The new weights could not be compared with the old. {why}</source>
        <translation>新旧の重みを比較できませんでした。{why}</translation>
    </message>
    <message>
        <source>The newest {kept_bytes} MiB are kept, some thousands of alarms.</source>
        <translation>新しい {kept_bytes} MiB、数千件のアラームが保存されます。</translation>
    </message>
    <message>
        <source>The next file of this shape is read in the same way without asking.</source>
        <translation>同じ形の次のファイルは、確認せずに同じように読みます。</translation>
    </message>
    <message>
        <source>The next half second of an ECG needs little memory, so the two may come out alike; where memory decides they part: digit lab (F3), Time, Who remembers?</source>
        <translation>心電図の次の0.5秒にはほとんど記憶が要らないため、両者は似た結果になりえます。記憶が決め手になる例は、数字ラボ（F3）の「時間」、「覚えているのは？」にあります。</translation>
    </message>
    <message>
        <source>The numbers are in</source>
        <translation>数値の単位</translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation>使用中のもの</translation>
    </message>
    <message>
        <source>The patient has</source>
        <translation>患者の状態</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}.</source>
        <translation>画像を{path}に書き込めませんでした。</translation>
    </message>
    <message>
        <source>The pictures at {names} could not be drawn.</source>
        <translation>{names}の画像を描けませんでした。</translation>
    </message>
    <message>
        <source>The program ended in a crash the last time; the log has the details.</source>
        <translation>前回プログラムは異常終了しました。詳細はログにあります。</translation>
    </message>
    <message>
        <source>The quiz could not be made ({name}: {error}).</source>
        <translation>クイズを作れませんでした（{name}：{error}）。</translation>
    </message>
    <message>
        <source>The record or patient that is on plays, and learners name what they see: a key for each rhythm, and Space for “now!” at an ectopic beat. Meanwhile the window does not tell what the models think. At the end the annotations say who saw what, and how soon.</source>
        <translation>今の記録または患者を再生し、受講者は見たものの名前を答えます：リズムごとのキーと、異所性拍での「今！」のスペースキー。その間、ウィンドウはモデルの考えを示しません。最後に、誰が何をどれだけ早く見つけたかがアノテーションで分かります。</translation>
    </message>
    <message>
        <source>The recordings of {n} beds have ended.</source>
        <translation>ベッド {n} 台の収録を終えました。</translation>
    </message>
    <message>
        <source>The report was cancelled; nothing was written.</source>
        <translation>報告書の作成を中止しました。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>The same for the other line; Ctrl here, too, takes the long step.</source>
        <translation>もう一方の線も同じです。ここでもCtrlで大きく動きます。</translation>
    </message>
    <message>
        <source>The scenario has been changed and not been kept. Shall the changes be lost?</source>
        <translation>シナリオの変更が保存されていません。破棄しますか？</translation>
    </message>
    <message>
        <source>The scenario is over.</source>
        <translation>シナリオは終わりました。</translation>
    </message>
    <message>
        <source>The scenario&apos;s text</source>
        <translation>シナリオのテキスト</translation>
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
        <source>The settings in {path} cannot be used ({why}) nor set aside ({aside}); none are kept.</source>
        <translation>{path}の設定は使えず（{why}）、別名で残すこともできません（{aside}）。設定は保存されません。</translation>
    </message>
    <message>
        <source>The shipped models learn from {held_out}. Hold another record out, one of {join} for example, or tick the records yourself.</source>
        <translation>出荷時のモデルは {held_out} で学習しています。たとえば {join} のどれかを検証用にするか、記録を自分で選んでください。</translation>
    </message>
    <message>
        <source>The shipped weights are in use again.</source>
        <translation>出荷時の重みに戻りました。</translation>
    </message>
    <message>
        <source>The signal of {name} was not kept; the timeline is shown without it.</source>
        <translation>{name} の信号は保存されていません。時間軸だけを表示します。</translation>
    </message>
    <message>
        <source>The stream went to another place: the class ended there.</source>
        <translation>再生位置が移ったため、授業はそこで終わりました。</translation>
    </message>
    <message>
        <source>The threshold is {times} times the usual one.</source>
        <translation>しきい値は通常の {times} 倍です。</translation>
    </message>
    <message>
        <source>The timeline is shown without its signal: it is on the network, and a class&apos;s file alone opens nothing there.</source>
        <translation>信号なしで時間軸を表示します。信号はネットワーク上にあり、授業のファイルだけではネットワーク上のものは開きません。</translation>
    </message>
    <message>
        <source>The timeline is shown without its signal: {why}</source>
        <translation>信号なしで時間軸を表示します：{why}</translation>
    </message>
    <message>
        <source>The training could not be started ({errorstring}).</source>
        <translation>学習を始められませんでした（{errorstring}）。</translation>
    </message>
    <message>
        <source>The training&apos;s process ended before it was done.</source>
        <translation>学習のプロセスが途中で終わりました。</translation>
    </message>
    <message>
        <source>The ward has stopped: {why}</source>
        <translation>病棟が止まりました：{why}</translation>
    </message>
    <message>
        <source>The weights in use stay; the new ones are gone.</source>
        <translation>今の重みを残し、新しい重みを破棄しました。</translation>
    </message>
    <message>
        <source>The weights of the file are being compared with those in use…</source>
        <translation>ファイルの重みを使用中の重みと比べています…</translation>
    </message>
    <message>
        <source>There are no alarms to export.</source>
        <translation>書き出すアラームがありません。</translation>
    </message>
    <message>
        <source>There are no alarms to print.</source>
        <translation>印刷するアラームがありません。</translation>
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
        <source>There is no bed to record: none is open.</source>
        <translation>収録できるベッドがありません：どれも開いていません。</translation>
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
        <source>There is no record in it.</source>
        <translation>記録はありません。</translation>
    </message>
    <message>
        <source>There is no signal with this alarm.</source>
        <translation>このアラームには信号がありません。</translation>
    </message>
    <message>
        <source>There is no sound device: alarms are seen and not heard</source>
        <translation>音声装置がありません：アラームは見えますが聞こえません</translation>
    </message>
    <message>
        <source>There is no time</source>
        <translation>時刻がありません</translation>
    </message>
    <message numerus="yes">
        <source>These are the first %n record(s): there are more.</source>
        <translation>
            <numerusform>最初の %n 件の記録です：ほかにもあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>This alert is of a record that is not open any more: nothing was marked.</source>
        <translation>このアラートの記録はもう開かれていません：印は付きませんでした。</translation>
    </message>
    <message>
        <source>This is no file of a record.</source>
        <translation>これは記録のファイルではありません。</translation>
    </message>
    <message>
        <source>This machine has no audio output: alarms are seen and not heard.</source>
        <translation>この機器には音声出力がありません：アラームは見えますが聞こえません。</translation>
    </message>
    <message>
        <source>This page has no pane {name!r}.</source>
        <translation>このページに {name!r} というペインはありません。</translation>
    </message>
    <message>
        <source>This start</source>
        <translation>今回の起動</translation>
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
        <source>This time all that came lay within the wide band.</source>
        <translation>今回は、来た信号がすべて広い帯に収まりました。</translation>
    </message>
    <message>
        <source>This time {covered:.0f} % of what came lay within the wide band (95 % are expected to); it was first outside {left_at:.0f} ms ahead.</source>
        <translation>今回は、来た信号の {covered:.0f} % が広い帯に収まりました（期待値は95 %）。最初に外れたのは {left_at:.0f} ms 先です。</translation>
    </message>
    <message>
        <source>This window is yours alone: here stands what the patient really has.</source>
        <translation>このウィンドウは指導者だけのものです：患者の実際の状態がここに示されます。</translation>
    </message>
    <message>
        <source>Those of the highest priority; {left_out:,} more are in the log.</source>
        <translation>優先度が最も高いもの。ほかの {left_out:,} 件は履歴にあります。</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>すべて外す</translation>
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
        <source>Time to a right answer</source>
        <translation>正解までの時間</translation>
    </message>
    <message>
        <source>Time with a figure</source>
        <translation>値のあった時間</translation>
    </message>
    <message>
        <source>Time without a signal on any lead</source>
        <translation>どの誘導にも信号がなかった時間</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>To the present</source>
        <translation>現在へ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Too early</source>
        <translation>早すぎ</translation>
    </message>
    <message>
        <source>Tours</source>
        <translation>ツアー</translation>
    </message>
    <message>
        <source>Trend of {name}</source>
        <translation>{name} のトレンド</translation>
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
        <source>True: {join}</source>
        <translation>実際：{join}</translation>
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
        <source>Undo</source>
        <translation>元に戻す</translation>
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
        <source>V beats found</source>
        <translation>検出したV拍</translation>
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
        <source>Ventricular ectopic beats</source>
        <translation>心室性の異所性拍</translation>
    </message>
    <message>
        <source>Ventricular flutter or fibrillation?</source>
        <translation>心室粗動または細動？</translation>
    </message>
    <message>
        <source>Ventricular flutter, from</source>
        <translation>心室粗動（以上）</translation>
    </message>
    <message>
        <source>Ventricular run, from beats</source>
        <translation>PVCの連発（拍数以上）</translation>
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
        <source>Vital sign</source>
        <translation>バイタルサイン</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>バイタルサイン</translation>
    </message>
    <message>
        <source>WFDB headers (*.hea)</source>
        <translation>WFDBヘッダ (*.hea)</translation>
    </message>
    <message>
        <source>WFDB…</source>
        <translation>WFDB…</translation>
    </message>
    <message>
        <source>Walk the latent space of handwritten digits.</source>
        <translation>手書き数字の潜在空間を歩きます。</translation>
    </message>
    <message>
        <source>Wander</source>
        <translation>基線動揺</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>病棟</translation>
    </message>
    <message>
        <source>Ward · {n} beds</source>
        <translation>病棟 · {n} 床</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>実際</translation>
    </message>
    <message>
        <source>Was  \  called</source>
        <translation>実際  \  回答</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>見る</translation>
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
        <source>Watched</source>
        <translation>見た区間</translation>
    </message>
    <message>
        <source>Watching {leads}. No alarm.</source>
        <translation>{leads} を監視中。アラームはありません。</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>重み (*.safetensors)</translation>
    </message>
    <message>
        <source>Weights of a file</source>
        <translation>ファイルの重み</translation>
    </message>
    <message>
        <source>What a class learns by it.</source>
        <translation>このシナリオで学ぶこと。</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>What comes is not known yet.</source>
        <translation>これから何が来るかはまだ分かりません。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>出来事</translation>
    </message>
    <message>
        <source>What happened, and who saw it?</source>
        <translation>何が起き、誰が気づいたか？</translation>
    </message>
    <message>
        <source>What has been played stays as it was: this holds from {time} on.</source>
        <translation>再生済みの部分はそのまま残ります。これは{time}から有効です。</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>出来事</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>これは何？</translation>
    </message>
    <message>
        <source>What is on cannot be disturbed from here.</source>
        <translation>今の信号にはここからアーチファクトを加えられません。</translation>
    </message>
    <message>
        <source>What is on cannot be steered. Start a scenario, or put on a new patient.</source>
        <translation>今の信号は操作できません。シナリオを始めるか、新しい患者を出してください。</translation>
    </message>
    <message>
        <source>What is on cannot be steered: put a patient on, or a scenario.</source>
        <translation>今の信号は操作できません：患者かシナリオを出してください。</translation>
    </message>
    <message>
        <source>What is on is disturbed from the instructor&apos;s window.</source>
        <translation>いま表示しているものへのアーチファクトは指導者のウィンドウで加えます。</translation>
    </message>
    <message>
        <source>What is on is disturbed in the class&apos;s window, with {key}; the class sees what disturbs.</source>
        <translation>今の信号には授業のウィンドウで{key}によりアーチファクトを加えます。何が加わったかは授業側にも見えます。</translation>
    </message>
    <message>
        <source>What is open of {name} does not reach to this alarm.</source>
        <translation>開いている {name} はこのアラームに届きません。</translation>
    </message>
    <message>
        <source>What is over the line is marked at once, until the beat is classified. Alerts are raised on beats now; on any spike (X), this line raises them.</source>
        <translation>線を越えた部分には、拍が分類されるまですぐに印が付きます。今は拍でアラートを出します。スパイク設定（X）では、この線がアラートを出します。</translation>
    </message>
    <message>
        <source>What is played goes out as a stream of the Lab Streaming Layer, with a second one of beats, alerts and alarms. Everybody on this network can read both, and the name of the record with them: a patient&apos;s name in it goes out too.</source>
        <translation>再生中の信号がLab Streaming Layerのストリームとして、拍・アラート・アラームがもう1本のストリームとして配信されます。このネットワークの誰もが両方と記録名を読めます。記録名に患者名が含まれていれば、それも配信されます。</translation>
    </message>
    <message>
        <source>What is set is not kept this time: {folder} cannot be written.</source>
        <translation>今回の設定は保存されません：{folder} に書き込めません。</translation>
    </message>
    <message>
        <source>What is shown over the strips</source>
        <translation>波形に重ねて表示するもの</translation>
    </message>
    <message>
        <source>What is so, and the class does not know</source>
        <translation>実際の状態（受講者には見えません）</translation>
    </message>
    <message>
        <source>What is steered</source>
        <translation>操作する対象</translation>
    </message>
    <message>
        <source>What is watched is being recorded and stays on: Start begins the scenario.</source>
        <translation>表示中のものは収録中のため、そのまま続けます：「開始」でシナリオが始まります。</translation>
    </message>
    <message>
        <source>What the class is told</source>
        <translation>受講者への知らせ</translation>
    </message>
    <message>
        <source>What the class watches</source>
        <translation>授業で見ている信号</translation>
    </message>
    <message>
        <source>What the class watches, or a bed of the ward; the class sees none of it.</source>
        <translation>授業で見ている信号、または病棟のベッド。授業の画面には何も示されません。</translation>
    </message>
    <message>
        <source>What the fit says</source>
        <translation>学習の出力</translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation>モデルが見ているもの</translation>
    </message>
    <message>
        <source>What the patient can have</source>
        <translation>患者が取りうる状態</translation>
    </message>
    <message>
        <source>What this is, and what it is not.</source>
        <translation>これは何であり、何でないか。</translation>
    </message>
    <message>
        <source>What was so</source>
        <translation>実際の状態</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>何を何と答えたか</translation>
    </message>
    <message>
        <source>What you mark in the review can be followed by a fit.</source>
        <translation>レビューで付けた印は、学習に反映できます。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>When a fit is done, the weights in use (old) and the fitted ones (new) are both run over the held-out record. Their figures then stand here side by side, and say which to use.</source>
        <translation>学習が終わると、使用中の重み（旧）と学習した重み（新）の両方を検証用の記録で動かします。その数値がここに並び、どちらを使うべきか分かります。</translation>
    </message>
    <message>
        <source>Where to begin</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>Whether alarms sound</source>
        <translation>アラームを鳴らすかどうか</translation>
    </message>
    <message>
        <source>Which record is opened?</source>
        <translation>どの記録を開きますか？</translation>
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
        <source>Who sees it first?</source>
        <translation>最初に気づくのは誰？</translation>
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
        <source>Without {leads}</source>
        <translation>{leads}を除く</translation>
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
        <source>Write figures, a table by the hour, and the longest and fastest runs on ECG paper.</source>
        <translation>数値、1時間ごとの表、最長と最速の連発を心電図用紙に書き出します。</translation>
    </message>
    <message>
        <source>Write it to a file, from which it can be shown again.</source>
        <translation>ファイルに書き出し、後で再び表示できるようにします。</translation>
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
        <source>Write the signals with all that was found as WFDB, EDF+ or CSV.</source>
        <translation>信号と見つかったすべてを、WFDB、EDF+、CSVで書き出します。</translation>
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
        <source>Written: {path}</source>
        <translation>書き出しました：{path}</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>不正解</translation>
    </message>
    <message>
        <source>You against the model</source>
        <translation>あなたとモデルの対決</translation>
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
        <source>acknowledged{by}</source>
        <translation>確認済み{by}</translation>
    </message>
    <message>
        <source>active</source>
        <comment>an alarm</comment>
        <translation>継続中</translation>
    </message>
    <message>
        <source>advisory</source>
        <translation>参考通知</translation>
    </message>
    <message>
        <source>after (median)</source>
        <translation>までの時間（中央値）</translation>
    </message>
    <message>
        <source>alarms</source>
        <translation>アラーム</translation>
    </message>
    <message>
        <source>alarms a minute</source>
        <translation>1分間のアラーム数</translation>
    </message>
    <message>
        <source>analysed</source>
        <translation>解析中</translation>
    </message>
    <message>
        <source>analysed before, up to {clock}</source>
        <translation>{clock} まで解析済み</translation>
    </message>
    <message>
        <source>analysis lag {lag:.2f} s</source>
        <translation>解析の遅れ {lag:.2f}秒</translation>
    </message>
    <message>
        <source>analysis stopped</source>
        <translation>解析が停止</translation>
    </message>
    <message>
        <source>analysis {late:.1f} s behind</source>
        <translation>解析が{late:.1f}秒遅れ</translation>
    </message>
    <message>
        <source>any spike</source>
        <translation>全スパイク</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>前と同じ</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>出荷時</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>ファイルの記載どおり</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>{time}時点</translation>
    </message>
    <message>
        <source>autoencoder</source>
        <translation>オートエンコーダ</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>平均適合率</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>beat autoencoder</source>
        <translation>拍のオートエンコーダ</translation>
    </message>
    <message>
        <source>beats (confirmed)</source>
        <translation>拍（確定）</translation>
    </message>
    <message>
        <source>before {time}</source>
        <translation>{time}以前</translation>
    </message>
    <message>
        <source>by bed</source>
        <translation>番号順</translation>
    </message>
    <message>
        <source>by priority</source>
        <translation>優先度順</translation>
    </message>
    <message>
        <source>class is asked: {words}</source>
        <translation>受講者への質問：{words}</translation>
    </message>
    <message>
        <source>class is told: {words}</source>
        <translation>受講者への知らせ：{words}</translation>
    </message>
    <message>
        <source>clock {offset:+.1f} ms</source>
        <translation>時計 {offset:+.1f} ms</translation>
    </message>
    <message>
        <source>column {n}</source>
        <translation>{n} 列目</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>手動</translation>
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
        <source>each scored by a fit without it</source>
        <translation>それぞれ自分を除いた学習で評価</translation>
    </message>
    <message>
        <source>ectopic</source>
        <translation>異所性</translation>
    </message>
    <message>
        <source>else → {after}</source>
        <translation>時間経過 → {after}</translation>
    </message>
    <message>
        <source>end</source>
        <comment>of a scenario</comment>
        <translation>終了</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>エポック</translation>
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
        <source>false</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>false alarms a minute</source>
        <translation>毎分の誤報</translation>
    </message>
    <message>
        <source>filled: right   cross: wrong or false   circle: missed   hollow: too early   dot: repeated</source>
        <translation>塗り：正しい   ×：誤り   ○：見逃し   白抜き：早すぎ   点：重複</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>flat line</source>
        <translation>平坦</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>forecaster</source>
        <translation>予測器</translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation>忘却ゲート</translation>
    </message>
    <message>
        <source>from {range_words}</source>
        <translation>{range_words}</translation>
    </message>
    <message>
        <source>from {time} on</source>
        <translation>{time}から</translation>
    </message>
    <message>
        <source>going on · {under}</source>
        <translation>継続中 · {under}</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>heart rate</source>
        <translation>心拍数</translation>
    </message>
    <message>
        <source>held</source>
        <translation>静止表示</translation>
    </message>
    <message>
        <source>held out: {join}</source>
        <translation>検証用：{join}</translation>
    </message>
    <message>
        <source>held-out patients: AUC of V against N</source>
        <translation>検証患者：VとNのAUC</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>high</source>
        <comment>limit</comment>
        <translation>上限</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>hit</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>how unusual</source>
        <translation>異常の度合い</translation>
    </message>
    <message>
        <source>impedance</source>
        <translation>インピーダンス</translation>
    </message>
    <message>
        <source>in {in_s:.0f} s: {what}</source>
        <translation>{in_s:.0f}秒後：{what}</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>入力ゲート</translation>
    </message>
    <message>
        <source>instructor: {words}</source>
        <translation>指導者：{words}</translation>
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
        <source>lag {late:.2f} s</source>
        <translation>遅れ {late:.2f}秒</translation>
    </message>
    <message>
        <source>learners answer: {words}</source>
        <translation>受講者の回答：{words}</translation>
    </message>
    <message>
        <source>learners: {words}</source>
        <translation>受講者：{words}</translation>
    </message>
    <message>
        <source>live</source>
        <comment>a stream without an end</comment>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>live, 0.5 s behind the newest sample</source>
        <translation>ライブ、最新のサンプルより0.5秒遅れ</translation>
    </message>
    <message>
        <source>loading the models…</source>
        <translation>モデルを読み込み中…</translation>
    </message>
    <message>
        <source>log₁₀ gradient</source>
        <translation>log₁₀ 勾配</translation>
    </message>
    <message>
        <source>loss, nats</source>
        <translation>損失、nat</translation>
    </message>
    <message>
        <source>lost samples: {n}</source>
        <translation>失われたサンプル：{n}</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>low</source>
        <comment>limit</comment>
        <translation>下限</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>microvolts (µV)</source>
        <translation>マイクロボルト（µV）</translation>
    </message>
    <message>
        <source>millivolts (mV)</source>
        <translation>ミリボルト（mV）</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>見逃し</translation>
    </message>
    <message>
        <source>missed: {what}</source>
        <translation>見逃し：{what}</translation>
    </message>
    <message>
        <source>monitor: {alarm}</source>
        <translation>モニター：{alarm}</translation>
    </message>
    <message>
        <source>no V beats to rank</source>
        <translation>比べるV拍なし</translation>
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
        <source>no beat</source>
        <translation>拍なし</translation>
    </message>
    <message>
        <source>no beat for</source>
        <translation>拍のない時間</translation>
    </message>
    <message>
        <source>no lead can be analysed</source>
        <translation>解析できる誘導がありません</translation>
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
        <source>no voltage: a pulse wave, respiration or the like</source>
        <translation>電圧ではない：脈波、呼吸など</translation>
    </message>
    <message>
        <source>no vote</source>
        <translation>判定外</translation>
    </message>
    <message>
        <source>nobody listens</source>
        <translation>受信者なし</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>none is in one</source>
        <translation>アラート内のものはありません</translation>
    </message>
    <message>
        <source>normal for this patient</source>
        <translation>この患者では正常</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>継続中</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not said yet</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>nothing that has a button</source>
        <translation>ボタンのないもの</translation>
    </message>
    <message>
        <source>now {clock}</source>
        <translation>今 {clock}</translation>
    </message>
    <message>
        <source>now!</source>
        <translation>今！</translation>
    </message>
    <message>
        <source>now! {now}</source>
        <translation>今！ {now}</translation>
    </message>
    <message>
        <source>of marks right</source>
        <translation>印の正解率</translation>
    </message>
    <message>
        <source>one column</source>
        <translation>1列</translation>
    </message>
    <message>
        <source>open</source>
        <comment>the end of a step</comment>
        <translation>条件次第</translation>
    </message>
    <message>
        <source>opening …</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>output gate</source>
        <translation>出力ゲート</translation>
    </message>
    <message>
        <source>over</source>
        <comment>an alarm</comment>
        <translation>終了</translation>
    </message>
    <message>
        <source>over, acknowledged{by}</source>
        <translation>終了、確認済み{by}</translation>
    </message>
    <message>
        <source>over, not acknowledged</source>
        <translation>終了、未確認</translation>
    </message>
    <message>
        <source>paced</source>
        <translation>ペーシング</translation>
    </message>
    <message>
        <source>premature</source>
        <translation>早期</translation>
    </message>
    <message>
        <source>premature {early:.0f} %</source>
        <translation>{early:.0f} % 早い</translation>
    </message>
    <message>
        <source>pulse {latest:.0f}/min</source>
        <translation>脈拍 {latest:.0f}/分</translation>
    </message>
    <message>
        <source>quiet</source>
        <comment>a scenario&apos;s step</comment>
        <translation>安静</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>発生</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>再構成</translation>
    </message>
    <message>
        <source>record</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>record {record} from {start_s:g} s</source>
        <translation>記録 {record}、{start_s:g}秒から</translation>
    </message>
    <message>
        <source>recording {recorded} of {n}</source>
        <translation>{n} 床中 {recorded} 床を収録中</translation>
    </message>
    <message>
        <source>rhythm</source>
        <translation>リズム</translation>
    </message>
    <message>
        <source>sample {sample}</source>
        <translation>サンプル {sample}</translation>
    </message>
    <message>
        <source>score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>seconds back</source>
        <translation>何秒前か</translation>
    </message>
    <message>
        <source>seconds from the R peak</source>
        <translation>R波頂点からの秒数</translation>
    </message>
    <message>
        <source>seconds from the moment</source>
        <translation>この時点からの秒数</translation>
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
        <source>since {clock}</source>
        <translation>{clock} から</translation>
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
        <source>sorted {how}</source>
        <translation>{how}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>段階 {step}</translation>
    </message>
    <message>
        <source>steps of a converter</source>
        <translation>A/D変換器のカウント値</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>を削除</translation>
    </message>
    <message>
        <source>template</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>the rest as shipped</source>
        <translation>ほかは出荷時のもの</translation>
    </message>
    <message>
        <source>the scenario is over</source>
        <translation>シナリオ終了</translation>
    </message>
    <message>
        <source>the shipped weights</source>
        <translation>出荷時の重み</translation>
    </message>
    <message>
        <source>the {kind_names}</source>
        <translation>{kind_names}</translation>
    </message>
    <message>
        <source>then the fit is measured</source>
        <translation>その後、学習結果を評価します</translation>
    </message>
    <message>
        <source>they are looking…</source>
        <translation>調べています…</translation>
    </message>
    <message>
        <source>time in the record</source>
        <translation>記録内の時刻</translation>
    </message>
    <message>
        <source>true</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>until something leads on</source>
        <translation>条件が満たされるまで</translation>
    </message>
    <message>
        <source>ventricular beat</source>
        <translation>心室性の拍</translation>
    </message>
    <message>
        <source>ventricular beats in a row at</source>
        <translation>連続する心室拍</translation>
    </message>
    <message>
        <source>volts (V)</source>
        <translation>ボルト（V）</translation>
    </message>
    <message>
        <source>waves follow each other without QRS complexes</source>
        <translation>QRSのない波が続く</translation>
    </message>
    <message>
        <source>what happens</source>
        <comment>a scenario&apos;s step</comment>
        <translation>出来事</translation>
    </message>
    <message>
        <source>with vital signs</source>
        <translation>バイタルサイン付き</translation>
    </message>
    <message>
        <source>your own {join}, </source>
        <translation>自分の{join}、</translation>
    </message>
    <message>
        <source>{began} to {clock}</source>
        <translation>{began}～{clock}</translation>
    </message>
    <message>
        <source>{clock} left</source>
        <translation>残り {clock}</translation>
    </message>
    <message>
        <source>{clock} to {clock_2}</source>
        <translation>{clock}～{clock_2}</translation>
    </message>
    <message>
        <source>{counted}About a fifth of their length is held out, no patient&apos;s folder divided: not learnt from, but used to compare old and new. One of these must be longer than five minutes.</source>
        <translation>{counted}長さの約5分の1を検証用とし、患者のフォルダは分けません。検証用の記録からは学習せず、古い重みと新しい重みの比較に使います。そのうち一つは5分より長くなければなりません。</translation>
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
        <source>{difference:+.2f} mV</source>
        <translation>{difference:+.2f} mV</translation>
    </message>
    <message>
        <source>{disclaimer}  ECG Monitor {app_version}</source>
        <translation>{disclaimer}  ECG Monitor {app_version}</translation>
    </message>
    <message>
        <source>{disclaimer} Alerts come from models that err; About says what they are.</source>
        <translation>{disclaimer}アラートは誤ることのあるモデルによるものです。詳しくは「このプログラムについて」をご覧ください。</translation>
    </message>
    <message>
        <source>{duration:.0f} min at {fs:g} Hz</source>
        <translation>{duration:.0f} 分、{fs:g} Hz</translation>
    </message>
    <message>
        <source>{error} An adult&apos;s limits hold.</source>
        <translation>{error} 成人の設定値を使います。</translation>
    </message>
    <message>
        <source>{figure} {value:.0f} {unit}</source>
        <translation>{figure} {value:.0f} {unit}</translation>
    </message>
    <message>
        <source>{figure} {value:.0f} {unit} now</source>
        <translation>{figure} 現在{value:.0f} {unit}</translation>
    </message>
    <message>
        <source>{figure}, {figure_2} ms, {percent}</source>
        <translation>{figure}、{figure_2} ms、{percent}</translation>
    </message>
    <message>
        <source>{figure}, {figure_2} ms², {figure_3}</source>
        <translation>{figure}、{figure_2} ms²、{figure_3}</translation>
    </message>
    <message>
        <source>{file} has {columns} ({names}).</source>
        <translation>{file} には {columns} があります（{names}）。</translation>
    </message>
    <message>
        <source>{file} has {columns} without a name.</source>
        <translation>{file} には名前のない {columns} があります。</translation>
    </message>
    <message>
        <source>{findings}…{findings_2} {findings_3}, now! {now}</source>
        <translation>{findings}…{findings_2} {findings_3}、今！ {now}</translation>
    </message>
    <message>
        <source>{first}…{last} and {other}</source>
        <translation>{first}…{last} と {other}</translation>
    </message>
    <message>
        <source>{found} of {ventricular}</source>
        <translation>{ventricular}のうち{found}</translation>
    </message>
    <message>
        <source>{get}: {part} {epoch}, {done} of {total} batches, loss {loss:.3f}, {left}</source>
        <translation>{get}：{part} {epoch}、{total} バッチ中 {done}、損失 {loss:.3f}、{left}</translation>
    </message>
    <message>
        <source>{hits} of {hits_2}  ({percent})</source>
        <translation>{hits_2} 中 {hits}  （{percent}）</translation>
    </message>
    <message>
        <source>{hours} h are too long to be disclosed in full: they are {n} pages, and {most} are the most.</source>
        <translation>{hours}時間の全体を描くには長すぎます。{n}ページになり、描けるのは{most}ページまでです。</translation>
    </message>
    <message>
        <source>{join}   It is: {full}</source>
        <translation>{join}   正解：{full}</translation>
    </message>
    <message>
        <source>{join}: what is it?</source>
        <translation>{join}：これは何？</translation>
    </message>
    <message>
        <source>{label}: {said}</source>
        <translation>{label}：{said}</translation>
    </message>
    <message>
        <source>{lead} at {clock}, {how}</source>
        <translation>{lead}、{clock}、{how}</translation>
    </message>
    <message>
        <source>{lead}, {end:.2f} s long: {why}.</source>
        <translation>{lead}、長さ{end:.2f}秒：{why}。</translation>
    </message>
    <message>
        <source>{lead}: a minute a line, {gain:g} mm/mV; V red, S blue, a bar where nothing was analysed</source>
        <translation>{lead}：1行1分、{gain:g} mm/mV。Vは赤、Sは青、棒は未解析</translation>
    </message>
    <message>
        <source>{learner} called it {title}</source>
        <translation>{learner} の回答：{title}</translation>
    </message>
    <message>
        <source>{left_s:.0f} s left</source>
        <translation>残り{left_s:.0f}秒</translation>
    </message>
    <message>
        <source>{length}, {share} of what was analysed</source>
        <translation>{length}、解析した時間の{share}</translation>
    </message>
    <message>
        <source>{minutes:.0f} min</source>
        <translation>{minutes:.0f}分</translation>
    </message>
    <message>
        <source>{minutes} h {minutes_2} min</source>
        <translation>{minutes} 時間 {minutes_2} 分</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min {rest} s</source>
        <translation>{minutes}分{rest}秒</translation>
    </message>
    <message>
        <source>{most} channels can be shown at most, and {n} are chosen.</source>
        <translation>表示できるのは{most}チャンネルまでですが、{n}チャンネルが選ばれています。</translation>
    </message>
    <message>
        <source>{ms:.0f} /min</source>
        <translation>{ms:.0f} /分</translation>
    </message>
    <message>
        <source>{ms:.0f} ms  ·  {rate}  ·  {mv}</source>
        <translation>{ms:.0f} ms  ·  {rate}  ·  {mv}</translation>
    </message>
    <message>
        <source>{n:,}, the longest {length:.1f} s</source>
        <translation>{n:,}、最長{length:.1f}秒</translation>
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
        <source>{named}Space is “now!”. Return: the next one.</source>
        <translation>{named}スペースキーは「今！」、Enterは次の人。</translation>
    </message>
    <message>
        <source>{name}   ECG Monitor {app_version}   {disclaimer}</source>
        <translation>{name}   ECG Monitor {app_version}   {disclaimer}</translation>
    </message>
    <message>
        <source>{name}  no signal</source>
        <translation>{name}  信号なし</translation>
    </message>
    <message>
        <source>{name}  {low:.3g} to {high:.3g} {unit}</source>
        <translation>{name}  {low:.3g}～{high:.3g} {unit}</translation>
    </message>
    <message>
        <source>{name}  {mm_per_unit:g} mm/mV</source>
        <translation>{name}  {mm_per_unit:g} mm/mV</translation>
    </message>
    <message>
        <source>{name} (not there any more)</source>
        <translation>{name}（もうありません）</translation>
    </message>
    <message>
        <source>{name} Se {percent} +P {percent_2}</source>
        <translation>{name} Se {percent} +P {percent_2}</translation>
    </message>
    <message>
        <source>{name} at {clock}</source>
        <translation>{name} の {clock}</translation>
    </message>
    <message>
        <source>{name} could not be looked into ({why}).</source>
        <translation>{name} の中を調べられませんでした（{why}）。</translation>
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
        <source>{name} has no reference annotations, so nobody could be scored. Open a record of the catalogue (Ctrl+O), or put on a scenario or a patient in the instructor&apos;s window (Ctrl+Shift+I).</source>
        <translation>{name} には参照アノテーションがないため、採点できません。カタログの記録を開くか（Ctrl+O）、指導者のウィンドウ（Ctrl+Shift+I）でシナリオか患者を出してください。</translation>
    </message>
    <message>
        <source>{name} holds none of the weights that can be adopted: {kinds}.</source>
        <translation>{name}には、採用できる重み（{kinds}）がありません。</translation>
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
        <source>{name} is no record: WFDB (.hea), EDF, BDF and text files can be dropped here, and folders.</source>
        <translation>{name} は記録ではありません：WFDB（.hea）、EDF、BDF、テキストのファイルとフォルダをドロップできます。</translation>
    </message>
    <message>
        <source>{name} is no recording: it cannot go back to the alarm.</source>
        <translation>{name} は記録ではないため、アラームに戻れません。</translation>
    </message>
    <message>
        <source>{name} is no recording: it cannot go to another place.</source>
        <translation>{name} は記録ではないため、ほかの場所へ移動できません。</translation>
    </message>
    <message>
        <source>{name} is not open: open it, and go to the alarm then.</source>
        <translation>{name} は開かれていません：開いてからアラームへ移動してください。</translation>
    </message>
    <message>
        <source>{name} is read as the last file of its shape was; the menu can change that.</source>
        <translation>{name} を、同じ形の前回のファイルと同じように読みました。メニューで変更できます。</translation>
    </message>
    <message>
        <source>{name} sends nothing any more. It goes on by itself when it is back.</source>
        <translation>{name}からの信号が途絶えました。戻れば自動的に再開します。</translation>
    </message>
    <message>
        <source>{name} unknown</source>
        <translation>{name} 不明</translation>
    </message>
    <message>
        <source>{name} was watched from {start} to {stop}.</source>
        <translation>{name} は {start} から {stop} まで見ました。</translation>
    </message>
    <message>
        <source>{name} weights</source>
        <translation>{name}の重み</translation>
    </message>
    <message>
        <source>{name} {reach_s:.0f} ms</source>
        <translation>{name} {reach_s:.0f} ms</translation>
    </message>
    <message numerus="yes">
        <source>{name} · {at} · {heart} · %n new alert(s)</source>
        <translation>
            <numerusform>{name} · {at} · {heart} · 新しいアラート %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, {clock} to {clock_2} · scores in units of each one&apos;s own threshold, the dashed line</source>
        <translation>{name}、{clock}～{clock_2} · スコアはそれぞれのしきい値（破線）を単位とする</translation>
    </message>
    <message>
        <source>{name}, {length} watched</source>
        <translation>{name}、見た時間 {length}</translation>
    </message>
    <message>
        <source>{name}: ECG Monitor</source>
        <translation>{name}：ECG Monitor</translation>
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
        <source>{name}: {reach} {unit} from top to bottom</source>
        <translation>{name}：上から下まで {reach} {unit}</translation>
    </message>
    <message>
        <source>{name}: {values:.1f} now</source>
        <translation>{name}：今 {values:.1f}</translation>
    </message>
    <message>
        <source>{no_alarm} · {title} {lasting} ago</source>
        <translation>{no_alarm} · {lasting} 前に{title}</translation>
    </message>
    <message>
        <source>{numbers} of {of}</source>
        <translation>{of} 中 {numbers}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number}/{count}</translation>
    </message>
    <message>
        <source>{n} alarms and {written} stretches written to {folder}.</source>
        <translation>アラーム {n} 件、区間 {written} 個を {folder} に書き出しました。</translation>
    </message>
    <message>
        <source>{n} alarms of bed {number}</source>
        <translation>ベッド {number} のアラーム {n} 件</translation>
    </message>
    <message>
        <source>{n} alarms on {pages} pages written to {path}.</source>
        <translation>アラーム {n} 件（{pages} ページ）を {path} に書き出しました。</translation>
    </message>
    <message>
        <source>{n} alarms written to {path}.</source>
        <translation>アラーム {n} 件を {path} に書き出しました。</translation>
    </message>
    <message>
        <source>{n} beds are recorded into {folder}.</source>
        <translation>ベッド {n} 台を {folder} に収録しています。</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>{n} 列</translation>
    </message>
    <message>
        <source>{n} leads</source>
        <translation>{n} 誘導</translation>
    </message>
    <message>
        <source>{n} of the ward&apos;s beds could not be opened; each says why.</source>
        <translation>病棟のベッド {n} 台を開けませんでした。理由は各ベッドにあります。</translation>
    </message>
    <message>
        <source>{n} of {n_2}</source>
        <translation>{n_2} 中 {n}</translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation>{of} 件中 {n}</translation>
    </message>
    <message>
        <source>{n} rows; how long that is depends on the sampling rate</source>
        <translation>{n} 行。長さはサンプリング周波数によります</translation>
    </message>
    <message>
        <source>{n} strips</source>
        <translation>波形 {n} 本</translation>
    </message>
    <message>
        <source>{n} × {rate_bpm:.0f}/min</source>
        <translation>{n} × {rate_bpm:.0f}/分</translation>
    </message>
    <message>
        <source>{n}×1, one under another</source>
        <translation>{n}×1、縦一列</translation>
    </message>
    <message>
        <source>{opens} is not what {name} was: it is shown without a signal.</source>
        <translation>{opens} は {name} と同じではありません：信号なしで表示します。</translation>
    </message>
    <message>
        <source>{option}, {unit}</source>
        <translation>{option}、{unit}</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{whole} 中 {part}</translation>
    </message>
    <message>
        <source>{rate:.0f} frames/s</source>
        <translation>{rate:.0f} フレーム/s</translation>
    </message>
    <message>
        <source>{rate:.0f}/h</source>
        <translation>{rate:.0f}/時</translation>
    </message>
    <message>
        <source>{rate:.2f} false/min</source>
        <translation>誤り {rate:.2f}/分</translation>
    </message>
    <message>
        <source>{rate} Hz</source>
        <translation>{rate} Hz</translation>
    </message>
    <message>
        <source>{rate} at {time}</source>
        <translation>{time} に {rate}</translation>
    </message>
    <message>
        <source>{record}: {why}</source>
        <translation>{record}：{why}</translation>
    </message>
    <message>
        <source>{rest} s</source>
        <translation>{rest}秒</translation>
    </message>
    <message>
        <source>{right} of {answered} right</source>
        <translation>{answered} 問中 {right} 問正解</translation>
    </message>
    <message>
        <source>{s:g} s</source>
        <translation>{s:g}秒</translation>
    </message>
    <message>
        <source>{s:g} s each</source>
        <translation>各{s:g}秒</translation>
    </message>
    <message>
        <source>{said} (limit {limit})</source>
        <translation>{said}（設定値 {limit}）</translation>
    </message>
    <message>
        <source>{said} ({more})</source>
        <translation>{said}（{more}）</translation>
    </message>
    <message>
        <source>{said}: {where}{beats}. The same key again, or Ctrl+Z, takes it back.</source>
        <translation>{said}：{where}{beats}。同じキーをもう一度、またはCtrl+Zで取り消せます。</translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f}秒</translation>
    </message>
    <message>
        <source>{share:.1f} % are in {word} alerts</source>
        <translation>{share:.1f} % が{word}アラートの中</translation>
    </message>
    <message>
        <source>{share:.1f} % {word}</source>
        <translation>{word} {share:.1f} %</translation>
    </message>
    <message>
        <source>{share_in_words} is redrawn, </source>
        <translation>{share_in_words}を再現し、</translation>
    </message>
    <message>
        <source>{short} is no longer being opened: {instead} was asked for since.</source>
        <translation>{short} を開くのをやめました：その後 {instead} が選ばれました。</translation>
    </message>
    <message>
        <source>{shown:,} of {known:,}</source>
        <translation>{known:,} 件中 {shown:,}</translation>
    </message>
    <message>
        <source>{shown}. Type {forms}.</source>
        <translation>{shown}。入力例：{forms}。</translation>
    </message>
    <message>
        <source>{size} beds: {name}</source>
        <translation>{size} 床：{name}</translation>
    </message>
    <message>
        <source>{source}, sample {sample}, lead {lead}</source>
        <translation>{source}、サンプル {sample}、誘導 {lead}</translation>
    </message>
    <message>
        <source>{spec} could not be opened ({name}: {error}).</source>
        <translation>{spec} を開けませんでした（{name}：{error}）。</translation>
    </message>
    <message>
        <source>{spec} is no longer being opened: {wanted} is.</source>
        <translation>{spec} を開くのをやめ、{wanted} を開きます。</translation>
    </message>
    <message>
        <source>{speed:g} mm/s   {gain:g} mm/mV</source>
        <translation>{speed:g} mm/s   {gain:g} mm/mV</translation>
    </message>
    <message>
        <source>{split} of the inter-patient split</source>
        <translation>患者間分割の {split}</translation>
    </message>
    <message>
        <source>{standing}{told}&lt;br&gt;How far back an input still moves the forecast by {forgotten:.0f} % of what the most telling one does (dashed). The pair: {hidden} units, same start, same {steps} batches of this lead. The monitor&apos;s LSTM is not of the pair: 64 units, many patients. {no_contest}</source>
        <translation>{standing}{told}&lt;br&gt;入力が、最も効くものの {forgotten:.0f} %（破線）だけ予測を動かす最も古い過去。2つは {hidden} ユニット、同じ初期値、この誘導の同じ {steps} バッチ。モニターのLSTMは別物です：64ユニット、多くの患者。{no_contest}</translation>
    </message>
    <message>
        <source>{state} in {lead} since {clock}</source>
        <translation>{lead}：{clock} から{state}</translation>
    </message>
    <message>
        <source>{state} since {clock}</source>
        <translation>{clock} から{state}</translation>
    </message>
    <message>
        <source>{step}: paused, {left}, then {next}.</source>
        <translation>{step}：停止中、{left}、次は{next}。</translation>
    </message>
    <message>
        <source>{step}: {left}, then {next}.</source>
        <translation>{step}：{left}、次は{next}。</translation>
    </message>
    <message>
        <source>{strength:.1f}× threshold</source>
        <translation>しきい値の {strength:.1f}×</translation>
    </message>
    <message>
        <source>{text} ({count} times)</source>
        <translation>{text}（{count} 回）</translation>
    </message>
    <message>
        <source>{text} {text_2}, heart rate {text_3}, {said_in_full}</source>
        <translation>{text} {text_2}、心拍数 {text_3}、{said_in_full}</translation>
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
        <source>{title} (own)</source>
        <translation>{title}（自作）</translation>
    </message>
    <message>
        <source>{title} at {clock}</source>
        <translation>{clock} の{title}</translation>
    </message>
    <message>
        <source>{title}. Annotated: {words}; beats: {beats}.
The monitor: {models}.</source>
        <translation>{title}。アノテーション：{words}。拍：{beats}。
モニター：{models}。</translation>
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
        <source>{value:.0f} {unit} now</source>
        <translation>現在{value:.0f} {unit}</translation>
    </message>
    <message>
        <source>{value:.0f}{unit} now</source>
        <translation>現在{value:.0f}{unit}</translation>
    </message>
    <message>
        <source>{value} dB</source>
        <translation>{value} dB</translation>
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
        <translation>{what}：{length:.1f}秒</translation>
    </message>
    <message>
        <source>{what}: {n} beats at {rate:.0f}/min</source>
        <translation>{what}：{n} 拍、{rate:.0f}/分</translation>
    </message>
    <message>
        <source>{what}: {rate:.0f}/min</source>
        <translation>{what}：{rate:.0f}/分</translation>
    </message>
    <message>
        <source>{what}: {why}</source>
        <translation>{what}：{why}</translation>
    </message>
    <message>
        <source>{what}: {words}</source>
        <translation>{what}：{words}</translation>
    </message>
    <message>
        <source>{when}   page {page} of {pages}</source>
        <translation>{when}   {page}／{pages} ページ</translation>
    </message>
    <message>
        <source>{whose}; of other patients it redraws, by median, {figures}: {verdict}.</source>
        <translation>{whose}。ほかの患者では、中央値で {figures} を再現：{verdict}。</translation>
    </message>
    <message>
        <source>{who} missed it</source>
        <translation>{who} は見逃し</translation>
    </message>
    <message>
        <source>{who}&apos;s turn (Return: the next one&apos;s)</source>
        <translation>{who} の番（Enter：次の人）</translation>
    </message>
    <message>
        <source>{why} The demo, record 208, plays instead.</source>
        <translation>{why}代わりにデモ（記録208）を再生します。</translation>
    </message>
    <message>
        <source>{words} Bright is open, dark is shut.</source>
        <translation>{words}明るいほど開き、暗いほど閉じています。</translation>
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
        <source>{words}.</source>
        <translation>{words}。</translation>
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
        <source>– and {n} more</source>
        <translation>– ほか{n}件</translation>
    </message>
    <message>
        <source>– false/min</source>
        <translation>誤り –/分</translation>
    </message>
    <message>
        <source>– {artefact} ({leads}): from {start} to {stop}</source>
        <translation>– {artefact}（{leads}）：{start}～{stop}</translation>
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
        <source>‹  Previous alert</source>
        <translation>‹  前のアラート</translation>
    </message>
    <message>
        <source>‹ 20 ms</source>
        <translation>‹ 20 ms</translation>
    </message>
    <message>
        <source>● REC</source>
        <translation>● 収録中</translation>
    </message>
    <message>
        <source>✓ marked as normal for this patient (K),  ▲ marked as missed (M)</source>
        <translation>✓ この患者では正常（K）、▲ 見逃し（M）</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>ドライブ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダ</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>場所(&amp;I):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>ファイルの種類(&amp;T):</translation>
    </message>
</context>
</TS>
