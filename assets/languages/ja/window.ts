<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n more page(s)</source>
        <translation>
            <numerusform>ほかに %n ページ</numerusform>
        </translation>
    </message>
    <message>
        <source>25 mm/s</source>
        <translation>25 mm/s</translation>
    </message>
    <message>
        <source>About</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
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
        <source>Alarms</source>
        <translation>アラーム</translation>
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
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>全誘導</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムの設定</translation>
    </message>
    <message>
        <source>Audio off / on</source>
        <translation>アラーム音オフ／オン</translation>
    </message>
    <message>
        <source>Audio pause</source>
        <translation>アラーム音一時停止</translation>
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
        <source>By priority</source>
        <translation>優先度順</translation>
    </message>
    <message>
        <source>Call the beds by their numbers alone, for a class.</source>
        <translation>授業のために、ベッドを番号だけで呼びます。</translation>
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
        <source>Choose where recordings go.</source>
        <translation>収録の保存先を選びます。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>授業</translation>
    </message>
    <message>
        <source>Close the window and stop the analysis.</source>
        <translation>ウィンドウを閉じ、解析を終了します。</translation>
    </message>
    <message>
        <source>Compare with the reference</source>
        <translation>参照アノテーションと比較</translation>
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
        <source>Digit lab</source>
        <translation>数字ラボ</translation>
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
        <source>Faster</source>
        <translation>速く</translation>
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
        <source>Folder of recordings</source>
        <translation>収録の保存先</translation>
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
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>感度</translation>
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
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>名前を隠す</translation>
    </message>
    <message>
        <source>Instructor</source>
        <translation>指導者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語（Language）</translation>
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
        <source>Limits of alarms</source>
        <translation>アラーム設定値</translation>
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
        <source>Loop</source>
        <translation>繰り返し</translation>
    </message>
    <message>
        <source>Lower all thresholds by a step: more alerts.</source>
        <translation>すべてのしきい値を一段下げます。アラートが増えます。</translation>
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
        <source>Messages</source>
        <translation>メッセージ</translation>
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
        <source>Next alert</source>
        <translation>次のアラート</translation>
    </message>
    <message>
        <source>Next layout</source>
        <translation>次の配置</translation>
    </message>
    <message>
        <source>Normal for this patient</source>
        <translation>この患者では正常</translation>
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
        <source>Open the instructor&apos;s window: steer the patient, run scenarios; the class sees none of it.</source>
        <translation>指導者のウィンドウを開きます。患者を操作し、シナリオを進めます。クラスには見えません。</translation>
    </message>
    <message>
        <source>Paper speed</source>
        <translation>紙送り速度</translation>
    </message>
    <message>
        <source>Pick a record of the MIT-BIH databases.</source>
        <translation>MIT-BIHデータベースの記録を選びます。</translation>
    </message>
    <message>
        <source>Play / pause</source>
        <translation>再生／一時停止</translation>
    </message>
    <message>
        <source>Previous alert</source>
        <translation>前のアラート</translation>
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
        <source>See large figures, and the last hours.</source>
        <translation>大きな数値と、ここ数時間の経過を見ます。</translation>
    </message>
    <message>
        <source>See what each model sees at one moment.</source>
        <translation>ある瞬間に各モデルが見ているものを見ます。</translation>
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
        <source>Show the reference annotations, if there are any.</source>
        <translation>参照アノテーションがあれば表示します。</translation>
    </message>
    <message>
        <source>Show this page.</source>
        <translation>このページを表示します。</translation>
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
        <source>Sweep / scroll</source>
        <translation>掃引／スクロール</translation>
    </message>
    <message>
        <source>Sweep with an erase bar, or scroll like paper.</source>
        <translation>消去バーで掃引するか、紙のようにスクロールします。</translation>
    </message>
    <message>
        <source>Take the latest change of marks back.</source>
        <translation>最後に変えた印を元に戻します。</translation>
    </message>
    <message>
        <source>Tell apart, by the record&apos;s annotations, alerts that are true or false and beats that were missed.</source>
        <translation>記録のアノテーションにより、正しいアラート、誤ったアラート、見逃された拍を区別します。</translation>
    </message>
    <message>
        <source>The same for the other line; Ctrl here, too, takes the long step.</source>
        <translation>もう一方の線も同じです。ここでもCtrlで大きく動きます。</translation>
    </message>
    <message>
        <source>To the present</source>
        <translation>現在へ</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>トレンド</translation>
    </message>
    <message>
        <source>Undo the last mark</source>
        <translation>最後の印を取り消す</translation>
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
        <source>Watch many beds at once, and open any of them.</source>
        <translation>多くのベッドを一度に見守り、どれでも開きます。</translation>
    </message>
    <message>
        <source>What this is, and what it is not.</source>
        <translation>これは何であり、何でないか。</translation>
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
        <source>clock {offset:+.1f} ms</source>
        <translation>時計 {offset:+.1f} ms</translation>
    </message>
    <message>
        <source>lost samples: {n}</source>
        <translation>失われたサンプル：{n}</translation>
    </message>
    <message>
        <source>no samples for {time}</source>
        <translation>{time} の間サンプルなし</translation>
    </message>
</context>
</TS>
