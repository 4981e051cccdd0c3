<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>(point at a model for what it minimises)</source>
        <translation>（モデルを指すと、それが最小にするものが出ます）</translation>
    </message>
    <message>
        <source>**{number}. {question}** (pane *{pane}*)</source>
        <translation>**{number}. {question}**（画面「{pane}」）</translation>
    </message>
    <message>
        <source>*About {minutes} minutes, {steps} steps.* {aim}</source>
        <translation>*約{minutes}分、{steps}ステップ。* {aim}</translation>
    </message>
    <message>
        <source>0 by chance, 1 for perfect clusters (Hubert &amp; Arabie 1985)</source>
        <translation>偶然なら0、完全なクラスタなら1（Hubert &amp; Arabie 1985）</translation>
    </message>
    <message>
        <source>1  Noise goes in</source>
        <translation>1  ノイズを入れる</translation>
    </message>
    <message>
        <source>1 in 20 false</source>
        <translation>誤報を20件に1件</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1個の数</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1ステップ</translation>
    </message>
    <message>
        <source>10,000 digits</source>
        <translation>数字10,000個</translation>
    </message>
    <message>
        <source>10,000 test digits</source>
        <translation>テスト用の数字10,000個</translation>
    </message>
    <message>
        <source>10,000 test digits, by level</source>
        <translation>テスト用の数字10,000個、強さ別</translation>
    </message>
    <message>
        <source>2  Noise comes out</source>
        <translation>2  ノイズを抜く</translation>
    </message>
    <message>
        <source>28 × 28 = 784 numbers</source>
        <translation>28 × 28 = 784個の数</translation>
    </message>
    <message>
        <source>3  Half is missing</source>
        <translation>3  半分が欠けている</translation>
    </message>
    <message>
        <source>50 samples seen</source>
        <translation>見ている50サンプル</translation>
    </message>
    <message>
        <source>784 numbers</source>
        <translation>784個の数</translation>
    </message>
    <message>
        <source>&lt;b&gt;Alarm:&lt;/b&gt; it scores higher than {worse} of 100 digits that the network knows.</source>
        <translation>&lt;b&gt;アラームあり：&lt;/b&gt;ネットワークが知っている数字100個のうち{worse}個よりも高いスコアです。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Alarm:&lt;/b&gt; it scores higher than {worse} of 100 normal beats.</source>
        <translation>&lt;b&gt;アラーム：&lt;/b&gt;正常な拍100のうち{worse}より高いスコアです。</translation>
    </message>
    <message>
        <source>&lt;b&gt;It finds most of them.&lt;/b&gt;</source>
        <translation>&lt;b&gt;ほとんどを見つけます。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;It finds some of the {name}s&lt;/b&gt; and misses many.</source>
        <translation>&lt;b&gt;{name}の一部は見つけます&lt;/b&gt;が、多くを見逃します。</translation>
    </message>
    <message>
        <source>&lt;b&gt;It finds some of them.&lt;/b&gt;</source>
        <translation>&lt;b&gt;一部を見つけます。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;It finds the {name}.&lt;/b&gt;</source>
        <translation>&lt;b&gt;{name}を見つけます。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;It tells little:&lt;/b&gt; not much more than a coin.</source>
        <translation>&lt;b&gt;ほとんど何もわかりません：&lt;/b&gt;コイン投げと大差ありません。</translation>
    </message>
    <message>
        <source>&lt;b&gt;No alarm:&lt;/b&gt; below the line, though higher than {worse} of 100 digits that it knows.</source>
        <translation>&lt;b&gt;アラームなし：&lt;/b&gt;線より下ですが、知っている数字100個のうち{worse}個よりも高いスコアです。</translation>
    </message>
    <message>
        <source>&lt;b&gt;No alarm:&lt;/b&gt; below the line, though higher than {worse} of 100 normal beats.</source>
        <translation>&lt;b&gt;アラームなし：&lt;/b&gt;正常な拍100のうち{worse}より高いものの、線には届きません。</translation>
    </message>
    <message>
        <source>&lt;b&gt;No alarm:&lt;/b&gt; it scores higher than only {worse} of 100 digits that the network knows.</source>
        <translation>&lt;b&gt;アラームなし：&lt;/b&gt;ネットワークが知っている数字100個のうち、これより低いのは{worse}個だけです。</translation>
    </message>
    <message>
        <source>&lt;b&gt;No alarm:&lt;/b&gt; it scores higher than only {worse} of 100 normal beats.</source>
        <translation>&lt;b&gt;アラームなし：&lt;/b&gt;正常な拍100のうち{worse}より高いだけです。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not reproduced.&lt;/b&gt; The last epoch&apos;s loss is {last:.2f}; a faithful run ends within {target} ± {tolerance}. The map is the course&apos;s figure.</source>
        <translation>&lt;b&gt;再現できませんでした。&lt;/b&gt;最後のエポックの損失は{last:.2f}です。忠実に行えば{target} ± {tolerance}に収まります。地図は講座の図と同じものです。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Reproduced.&lt;/b&gt; The last epoch&apos;s loss is {last:.2f}; a faithful run ends within {target} ± {tolerance}. The map is the course&apos;s figure.</source>
        <translation>&lt;b&gt;再現できました。&lt;/b&gt;最後のエポックの損失は{last:.2f}です。忠実に行えば{target} ± {tolerance}に収まります。地図は講座の図と同じものです。</translation>
    </message>
    <message>
        <source>&lt;b&gt;The posterior has collapsed.&lt;/b&gt; All digits share one cloud, and the decoder draws the same mean digit everywhere. Lower beta to let them apart.</source>
        <translation>&lt;b&gt;事後分布がつぶれました。&lt;/b&gt;すべての数字が一つの雲を共有し、デコーダはどこでも同じ平均的な数字を描きます。離れられるように、ベータを下げてください。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worse than chance.&lt;/b&gt;</source>
        <translation>&lt;b&gt;偶然よりも悪い結果です。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worse than chance:&lt;/b&gt; by this score a {name} looks more familiar than the digits it knows.</source>
        <translation>&lt;b&gt;偶然よりも悪い結果です：&lt;/b&gt;このスコアでは、{name}は知っている数字よりも見慣れたものに見えます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;{whose}&lt;/b&gt; What is usual for this patient is not known yet: it takes some beats.</source>
        <translation>&lt;b&gt;{whose}&lt;/b&gt; この患者の普段の様子はまだわかりません。数拍かかります。</translation>
    </message>
    <message>
        <source>A code can do more than redraw: with few labels it wins a classifier some points, and two numbers of it keep like beside like far better than two of PCA, which is as good with 32. {drawn_digits} Your computer measures the tables anew, on another draw of digits, in a minute or two.</source>
        <translation>コードは描き直しのほかにも役立ちます。ラベルが少ないとき分類器の成績を数ポイント上げ、2個の数だけでも、似たものどうしを近くに保つ点でPCAの2個よりはるかに優れています（32個ではPCAも同等です）。{drawn_digits} このコンピュータで、別に引いた数字を使って表を測り直せます。1～2分かかります。</translation>
    </message>
    <message>
        <source>A decoder draws your digit from a code of 32 numbers, a throw of a coin for each pixel, and it may look at a few pixels that it has just drawn. What those tell, the code need not keep: what the three drawings share is what it kept. Try the slider: a decoder that sees nothing of its drawing has to be told more.</source>
        <translation>デコーダは32個の数のコードから、画素ごとにコインを投げるようにしてあなたの数字を描きます。その際、描いたばかりの画素をいくつか見ることができます。そこからわかることはコードに残す必要がありません。3枚の絵に共通するものが、コードに残されたものです。スライダーを動かしてみましょう。自分の絵をまったく見ないデコーダには、より多くを伝えなければなりません。</translation>
    </message>
    <message>
        <source>A digit of MNIST</source>
        <translation>MNISTの数字</translation>
    </message>
    <message>
        <source>A heartbeat and its redrawing; draw one of your own, with the mouse or by keys</source>
        <translation>心拍とその再構成。マウスまたはキーで自分の心拍を描けます</translation>
    </message>
    <message>
        <source>A mark flashes once, up or down; then comes noise as tall as the mark, and at the end the network is asked which it was. Press Start: over many steps a plain RNN only guesses; an LSTM remembers, for in it the answer still feels the mark. Then try the other two ways: without its head start the LSTM forgets as well, and asked on the way too the plain RNN remembers.</source>
        <translation>印が一度だけ、上か下に光ります。そのあと印と同じ高さの雑音が続き、最後にどちらだったかをネットワークに尋ねます。「開始」を押してみましょう。ステップ数が多いと、普通のRNNは当てずっぽうになりますが、LSTMは覚えています。答えにまだ印が響いているからです。続いてほかの二つの方法も試しましょう。最初の後押しがないとLSTMも忘れ、途中でも尋ねれば普通のRNNも覚えます。</translation>
    </message>
    <message>
        <source>A network that never saw one digit</source>
        <translation>一つの数字を見たことがないネットワーク</translation>
    </message>
    <message>
        <source>A network that never saw the…</source>
        <translation>次の数字を見たことがないネットワーク…</translation>
    </message>
    <message>
        <source>A network that never saw…</source>
        <translation>見たことがないもの…</translation>
    </message>
    <message>
        <source>A network that saw normal beats only</source>
        <translation>正常な拍だけを見たネットワーク</translation>
    </message>
    <message>
        <source>A number from {low:g} to {high:g}; {near:g} off still counts as predicted.</source>
        <translation>{low:g}から{high:g}までの数。{near:g}のずれまでは予想どおりとします。</translation>
    </message>
    <message>
        <source>A scanner that measures only half is quick, and a network fills in the rest. Part of your digit is taken away: each answer is drawn to go with what is left, which is then set into it. Most look like a digit, and all that was missing is made up. Where the spread is bright the answers differ; where it is dark they agree, which is no proof. Take the lower half of a 4, a 7 or a 9.</source>
        <translation>半分だけ測る撮像装置なら速く、残りはネットワークが埋めます。あなたの数字の一部を取り去ります。どの答えも残った部分に合うように描かれ、そのあと残った部分がはめ込まれます。たいていは数字らしく見えますが、欠けていた部分はすべて作り物です。ばらつきの図で明るいところは答えが割れ、暗いところは一致しますが、一致は正しい証拠ではありません。4、7、9の下半分で試しましょう。</translation>
    </message>
    <message>
        <source>A second network tries to tell codes of digits from plain chance, and the encoder learns to deceive it. The map fills up as a VAE&apos;s does, though each picture is a point.</source>
        <translation>もう一つのネットワークが、数字のコードとただの偶然とを見分けようとし、エンコーダはそれをだますことを学びます。どの絵も点ですが、地図はVAEと同じように埋まります。</translation>
    </message>
    <message>
        <source>A small classifier that has seen all training digits. It says which digit a picture shows, and how surely.</source>
        <translation>学習用の数字をすべて見た小さな分類器です。絵がどの数字か、どのくらい確かかを答えます。</translation>
    </message>
    <message>
        <source>A supraventricular beat comes early, but has nearly the shape of a normal one, as a 9 has that of a 4: what is in the time, no score of the shape finds. The Monitor looks at the intervals as well.</source>
        <translation>上室性の拍は早く来ますが、形は正常な拍とほとんど同じです。9が4に似ているのと同じです。時間の中にあるものは、形のスコアでは見つかりません。モニターは間隔も見ています。</translation>
    </message>
    <message>
        <source>A top, but a low one: even there the judge holds it rather for no {digit}.</source>
        <translation>頂上ですが、低い頂上です。そこでも判定器はむしろ{digit}ではないと見ています。</translation>
    </message>
    <message>
        <source>A {d} in the same hand</source>
        <translation>同じ筆跡の{d}</translation>
    </message>
    <message>
        <source>A {name} has {ink:.1f} times the ink of others, so there is less to get wrong: ink alone, without any network, gives an AUROC of {auroc:.2f}.</source>
        <translation>{name}のインクの量はほかの数字の{ink:.1f}倍しかないので、間違えるところも少なくなります。ネットワークなしでインクの量だけを使っても、AUROCは{auroc:.2f}です。</translation>
    </message>
    <message>
        <source>A {name} has {ink:.1f} times the ink of others, so there is more to get wrong: ink alone, without any network, gives an AUROC of {auroc:.2f}.</source>
        <translation>{name}のインクの量はほかの数字の{ink:.1f}倍あるので、間違えるところも多くなります。ネットワークなしでインクの量だけを使っても、AUROCは{auroc:.2f}です。</translation>
    </message>
    <message>
        <source>AUC against normal beats</source>
        <translation>正常な拍に対するAUC</translation>
    </message>
    <message>
        <source>AUROC &lt;b&gt;{auroc:.2f}&lt;/b&gt;.</source>
        <translation>AUROCは&lt;b&gt;{auroc:.2f}&lt;/b&gt;です。</translation>
    </message>
    <message>
        <source>AUROC &lt;b&gt;{auroc:.2f}&lt;/b&gt;; {runs} other trainings gave {low:.2f} to {high:.2f}.</source>
        <translation>AUROCは&lt;b&gt;{auroc:.2f}&lt;/b&gt;です（別の{runs}回の学習では{low:.2f}～{high:.2f}）。</translation>
    </message>
    <message>
        <source>AUROC by left-out digit: {figures}</source>
        <translation>除いた数字ごとのAUROC：{figures}</translation>
    </message>
    <message>
        <source>AUROC of this score</source>
        <translation>このスコアのAUROC</translation>
    </message>
    <message>
        <source>AUROC {chance}error of a strange one {more} error of a normal one{end}</source>
        <translation>AUROC {chance}異常なものの誤差 {more} 正常なものの誤差{end}</translation>
    </message>
    <message>
        <source>AUROC {chance}score of a left-out digit {more} score of a known one{end}</source>
        <translation>AUROC {chance}除いた数字のスコア {more} 知っている数字のスコア{end}</translation>
    </message>
    <message>
        <source>AUROC {chance}score of a strange one {more} score of a normal one{end}</source>
        <translation>AUROC {chance}異常なもののスコア {more} 正常なもののスコア{end}</translation>
    </message>
    <message>
        <source>AUROC, area under the ROC curve</source>
        <translation>AUROC（ROC曲線下面積）</translation>
    </message>
    <message>
        <source>AUROC: of a strange and a normal one taken by chance, how often the strange one scores higher. 1.00 is always, 0.50 is a coin, less misleads.</source>
        <translation>AUROC：異常なものと正常なものを偶然に一つずつ取ったとき、異常なほうのスコアが高くなる割合。1.00はいつも、0.50はコイン投げと同じ、それより小さければ誤った方へ導きます。</translation>
    </message>
    <message>
        <source>AUROC: {every}.</source>
        <translation>AUROC：{every}。</translation>
    </message>
    <message>
        <source>AUROC: {told}.</source>
        <translation>AUROC：{told}。</translation>
    </message>
    <message>
        <source>Accuracy. {figures}</source>
        <translation>正解率。{figures}</translation>
    </message>
    <message>
        <source>Adam {rate}, batches of 128, 5 epochs, pixels from 0 to 1</source>
        <translation>Adam {rate}、128枚ずつのバッチ、5エポック、画素は0から1</translation>
    </message>
    <message>
        <source>After {batches:.0f} batches {others:.4f} on others and {own:.4f} on its own: {times:.1f} times.</source>
        <translation>{batches:.0f}バッチ後、ほかの数字で{others:.4f}、自分の数字で{own:.4f}、{times:.1f}倍です。</translation>
    </message>
    <message>
        <source>After {k} steps</source>
        <translation>{k}ステップ後</translation>
    </message>
    <message>
        <source>After {t} of {steps} steps {digit:.3g} % of the variance is the digit&apos;s, {noise:.3g} % is noise.</source>
        <translation>{steps}ステップ中{t}ステップ後、分散の{digit:.3g} %が数字のもので、{noise:.3g} %が雑音です。</translation>
    </message>
    <message>
        <source>All digits</source>
        <translation>すべての数字</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>全誘導</translation>
    </message>
    <message>
        <source>All samplers</source>
        <translation>すべての方法</translation>
    </message>
    <message>
        <source>All ten in the same hand</source>
        <translation>同じ筆跡の10個の数字</translation>
    </message>
    <message>
        <source>An autoencoder without any bend in it: one layer down, one layer up. It finds the same space as PCA, by trial and error instead of algebra.</source>
        <translation>折れ曲がりのない（線形の）オートエンコーダです。下りの層と上りの層が一つずつ。PCAと同じ空間を、代数ではなく試行錯誤で見つけます。</translation>
    </message>
    <message>
        <source>An example of a {digit}, written for this program; again for another one</source>
        <translation>このプログラムのために書かれた{digit}の例。もう一度押すと別の例になります</translation>
    </message>
    <message>
        <source>An example: a {digit}, written for this program.</source>
        <translation>例：このプログラムのために書かれた{digit}です。</translation>
    </message>
    <message>
        <source>Animate the morph</source>
        <translation>モーフィングを動かす</translation>
    </message>
    <message>
        <source>Anomaly</source>
        <translation>異常検知</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>別のもの</translation>
    </message>
    <message>
        <source>Another</source>
        <comment>beat</comment>
        <translation>別の拍</translation>
    </message>
    <message>
        <source>Another digit of MNIST</source>
        <translation>MNISTの別の数字</translation>
    </message>
    <message>
        <source>Another throw</source>
        <translation>引き直す</translation>
    </message>
    <message>
        <source>Another width of the pen</source>
        <translation>ペンの太さを変える</translation>
    </message>
    <message>
        <source>Answer {i}</source>
        <translation>答え{i}</translation>
    </message>
    <message>
        <source>Answer: **{answer}**. {words}</source>
        <translation>答え：**{answer}**。{words}</translation>
    </message>
    <message>
        <source>Answer: found in what the learner has drawn or trained.</source>
        <translation>答え：受講者が描いたもの、学習させたものの中にあります。</translation>
    </message>
    <message>
        <source>Any digit</source>
        <translation>どの数字でも</translation>
    </message>
    <message>
        <source>As coins</source>
        <translation>コインとして</translation>
    </message>
    <message>
        <source>As you predicted: {answer}.</source>
        <translation>予想どおりです：{answer}。</translation>
    </message>
    <message>
        <source>Ask for a digit in any handwriting.</source>
        <translation>好きな筆跡で数字を書かせましょう。</translation>
    </message>
    <message>
        <source>Asked at the end only</source>
        <translation>最後にだけ尋ねる</translation>
    </message>
    <message>
        <source>Asked on the way as well</source>
        <translation>途中でも尋ねる</translation>
    </message>
    <message>
        <source>At this line &lt;b&gt;{found}&lt;/b&gt; of 100 {unseen} raise the alarm (sensitivity), and &lt;b&gt;{wrong}&lt;/b&gt; of 100 {known} raise it falsely (specificity {specificity:.2f}).</source>
        <translation>この線では、{unseen}は100個のうち&lt;b&gt;{found}&lt;/b&gt;個でアラームが鳴り（感度）、{known}は100個のうち&lt;b&gt;{wrong}&lt;/b&gt;個で誤って鳴ります（特異度{specificity:.2f}）。</translation>
    </message>
    <message>
        <source>At β = 1 it is the course&apos;s loss, the evidence lower bound. Turn it whenever you like.</source>
        <translation>β = 1では講座と同じ損失、つまり変分下界（ELBO）です。いつでも変えられます。</translation>
    </message>
    <message>
        <source>BCE, cross-entropy</source>
        <translation>BCE（クロスエントロピー）</translation>
    </message>
    <message>
        <source>BCE: how surprised a network is by the true pixels, in nats. To be sure and wrong costs most.</source>
        <translation>BCE：本当の画素にネットワークがどれだけ驚くか（nat）。確信があって間違うのが、いちばん高くつきます。</translation>
    </message>
    <message>
        <source>Back to “{pane}”</source>
        <translation>「{pane}」に戻る</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>拍</translation>
    </message>
    <message>
        <source>Beats of the record or stream that the monitor plays</source>
        <translation>モニターが再生している記録またはストリームの拍</translation>
    </message>
    <message>
        <source>Beats of the recording that ships, as the monitor takes them</source>
        <translation>付属の記録の拍（種類はモニターの判断による）</translation>
    </message>
    <message>
        <source>Beats of {name}, as they come.</source>
        <translation>{name}の拍を、来た順に示します。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>始める</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>ベータ</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>白黒</translation>
    </message>
    <message>
        <source>Both numbers of the code carry something.</source>
        <translation>コードの二つの数はどちらも情報を運んでいます。</translation>
    </message>
    <message>
        <source>Bright: a pixel that moves the code. Disturbed so, it moves by {free:.2f} without the penalty, by {contractive:.2f} with it.</source>
        <translation>明るい画素：コードを動かす画素。このように乱すと、コードは罰則なしで{free:.2f}、罰則ありで{contractive:.2f}動きます。</translation>
    </message>
    <message>
        <source>Bright: where the digit&apos;s code may truly be. Rings: the encoder&apos;s cloud, one and two standard deviations. Where the two differ, the ELBO loses.</source>
        <translation>明るいところ：数字の本当のコードがありうる場所。輪：エンコーダの雲（標準偏差の1倍と2倍）。二つがずれるところで、ELBOは損をします。</translation>
    </message>
    <message>
        <source>But long walks drift away, {distance:.0f} after {steps}.</source>
        <translation>しかし長く歩くと離れていき、{steps}後には{distance:.0f}です。</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>偶然に引く</translation>
    </message>
    <message>
        <source>By the error of your net, which has learnt every digit: {auroc:.2f}.</source>
        <translation>すべての数字を学んだあなたのネットワークの誤差では{auroc:.2f}です。</translation>
    </message>
    <message>
        <source>By this score your picture is stranger than {below:.0f} of 100 digits that the network knows.</source>
        <translation>このスコアでは、あなたの絵は、ネットワークが知っている数字100個のうち{below:.0f}個よりも変わっています。</translation>
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
        <source>Choose a map whose network is not told the digit.</source>
        <translation>数字を教えられていないネットワークの地図を選んでください。</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>元の絵</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Climb the map towards what the judge calls more like a 7.</source>
        <translation>判定器が「より7らしい」と言う方へ、地図を登りましょう。</translation>
    </message>
    <message>
        <source>Climbing towards a {digit}…</source>
        <translation>{digit}に向かって登っています…</translation>
    </message>
    <message>
        <source>Clouds in sixteen dimensions instead of two. Too many to draw as a map, but enough for sharp digits.</source>
        <translation>2次元ではなく16次元の雲です。地図に描くには多すぎますが、くっきりした数字を描けます。</translation>
    </message>
    <message>
        <source>Clouds: a VAE</source>
        <translation>雲：VAE</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>クラスタ</translation>
    </message>
    <message>
        <source>Clusters without labels, and fewer numbers</source>
        <translation>ラベルなしのクラスタと、より少ない数</translation>
    </message>
    <message>
        <source>Codes by chance, then decoded and encoded again, as many times as the slider says.</source>
        <translation>偶然に引いたコードを、スライダーの回数だけ復号と符号化を繰り返したもの。</translation>
    </message>
    <message>
        <source>Codes by chance: a round heap about the middle, as the training wanted it.</source>
        <translation>偶然に引いたコード：学習が望んだとおりの、中央を囲む丸い山。</translation>
    </message>
    <message>
        <source>Codes from Gaussian heaps laid over the codes of training digits.</source>
        <translation>学習用の数字のコードに重ねた、ガウス分布の山から引いたコード。</translation>
    </message>
    <message>
        <source>Codes of training digits: what the decoder can do at best.</source>
        <translation>学習用の数字のコード：デコーダにできる最良のもの。</translation>
    </message>
    <message>
        <source>Codes that a second network makes of noise, step by step.</source>
        <translation>もう一つのネットワークがノイズから一歩ずつ作るコード。</translation>
    </message>
    <message>
        <source>Compare a plain autoencoder&apos;s plane with a VAE&apos;s.</source>
        <translation>普通のオートエンコーダの平面とVAEの平面を比べましょう。</translation>
    </message>
    <message>
        <source>Compare cross-entropy with the squared error, at a pixel and in a network.</source>
        <translation>交差エントロピーと二乗誤差を、1画素で、そしてネットワークで比べましょう。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Contractive</source>
        <translation>収縮</translation>
    </message>
    <message>
        <source>Copy as TeX</source>
        <translation>TeXとしてコピー</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>文字としてコピー</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>講座</translation>
    </message>
    <message>
        <source>Cross-entropy pulls by {cross:.2f}, the squared error by {squared:.4f}: {times:.0f} times weaker.</source>
        <translation>クロスエントロピーは{cross:.2f}、二乗誤差は{squared:.4f}で引きます。{times:.0f}分の1の強さです。</translation>
    </message>
    <message>
        <source>Decoded, encoded, and again</source>
        <translation>復号し、符号化し、また復号する</translation>
    </message>
    <message>
        <source>Denoise</source>
        <translation>ノイズ除去</translation>
    </message>
    <message>
        <source>Denoising</source>
        <translation>ノイズ除去</translation>
    </message>
    <message>
        <source>Denoising net</source>
        <translation>ノイズ除去ネット</translation>
    </message>
    <message>
        <source>Denoising network</source>
        <translation>ノイズ除去ネットワーク</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Diffusion</source>
        <translation>拡散モデル</translation>
    </message>
    <message>
        <source>Digit that the model is told to draw</source>
        <translation>モデルに描かせる数字</translation>
    </message>
    <message>
        <source>Digit {i} with its noise, drawn</source>
        <translation>ノイズのある数字{i}を描いたもの</translation>
    </message>
    <message>
        <source>Digits to learn from</source>
        <translation>学習する数字の個数</translation>
    </message>
    <message>
        <source>Distance from the usual place: –</source>
        <translation>普段の場所からの距離：–</translation>
    </message>
    <message>
        <source>Distance to real digits: {none:.0f} by chance, {few:.0f} after {few_rounds} rounds, {many:.0f} after {many_rounds}. The judge&apos;s certainty goes from {sure:.2f} to {surer:.2f}, the variety from {variety:.2f} to {variety_left:.2f} nats.</source>
        <translation>本物の数字までの距離：偶然では{none:.0f}、{few_rounds}周後に{few:.0f}、{many_rounds}周後に{many:.0f}です。判定器の確信は{sure:.2f}から{surer:.2f}に、多様さは{variety:.2f}から{variety_left:.2f} natになります。</translation>
    </message>
    <message>
        <source>Drag from left to right: P wave, QRS complex, T wave.</source>
        <translation>左から右へなぞって、P波、QRS波、T波を描いてください。</translation>
    </message>
    <message>
        <source>Drag the yellow line: each alarm you gain costs false ones.</source>
        <translation>黄色い線を動かしましょう。アラームを一つ増やせば、誤報という代償があります。</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>数字を描く</translation>
    </message>
    <message>
        <source>Draw a digit here, with the mouse or by keys</source>
        <translation>ここに数字を描きます（マウスまたはキー）</translation>
    </message>
    <message>
        <source>Draw a digit to see where it lands.</source>
        <translation>数字を描くと、どこに落ちるかがわかります。</translation>
    </message>
    <message>
        <source>Draw a digit, or pick an example.</source>
        <translation>数字を描くか、例を選んでください。</translation>
    </message>
    <message>
        <source>Draw a digit, or pick one.</source>
        <translation>数字を描くか、選んでください。</translation>
    </message>
    <message>
        <source>Draw a {digit}</source>
        <translation>{digit}を描く</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>もう一度描く</translation>
    </message>
    <message>
        <source>Draw from your digit&apos;s cloud, by chance or by hand.</source>
        <translation>あなたの数字の雲から、偶然に、または手で引きましょう。</translation>
    </message>
    <message>
        <source>Draw one</source>
        <comment>a beat, by hand</comment>
        <translation>自分で描く</translation>
    </message>
    <message>
        <source>Draw one</source>
        <translation>1個引く</translation>
    </message>
    <message>
        <source>Draw or choose a digit at the left.</source>
        <translation>左で数字を描くか、選んでください。</translation>
    </message>
    <message>
        <source>Draw something yourself first.</source>
        <translation>まず自分で何か描いてください。</translation>
    </message>
    <message>
        <source>Draw {i}</source>
        <translation>{i}番目に引いたもの</translation>
    </message>
    <message>
        <source>Draw {several}</source>
        <translation>{several}個引く</translation>
    </message>
    <message>
        <source>Drawing {i} from its code</source>
        <translation>コードから描いた絵{i}</translation>
    </message>
    <message>
        <source>Drawn by you</source>
        <translation>自分で描く</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>心電図</translation>
    </message>
    <message>
        <source>ELBO, evidence lower bound</source>
        <translation>ELBO（エビデンス下界）</translation>
    </message>
    <message>
        <source>ELBO: an estimate of how probable a network holds a picture that is never too good, and mostly a little too bad.</source>
        <translation>ELBO：ネットワークが絵をどのくらいありそうと見るかの見積もり。良すぎることはなく、たいてい少し悪めです。</translation>
    </message>
    <message>
        <source>Each beat</source>
        <translation>1拍ごと</translation>
    </message>
    <message>
        <source>Each button is an idea of the course; lines lead to what came of it or is made with it. The bar at its left says whether it can make new data (generative), only tells which is which (discriminative), or does neither. Choose one, and go to where it is seen.</source>
        <translation>ボタンは一つずつが講座の考え方です。線は、そこから生まれたもの、それを使って作られるものへ続きます。左の帯は、新しいデータを作れるか（生成）、どれがどれかを見分けるだけか（識別）、そのどちらでもないかを示します。一つ選んで、それが見られる画面へ進みましょう。</translation>
    </message>
    <message>
        <source>Each picture is a small cloud on a map of two numbers, not a point. Because the clouds are pulled together, nearly every place on the map is a digit.</source>
        <translation>どの絵も、2個の数の地図の上の点ではなく、小さな雲になります。雲どうしが引き寄せられているので、地図のほとんどどこでも数字になります。</translation>
    </message>
    <message>
        <source>Each place on this map is a digit the network can draw; neighbours look alike, because every training digit was stored as a small cloud and the clouds were pulled together. Walk from one pin to the other: nothing in between was ever written by anyone.</source>
        <translation>この地図のどの場所も、ネットワークが描ける数字です。隣どうしが似ているのは、学習用の数字が一つずつ小さな雲として蓄えられ、雲どうしが引き寄せられたからです。一つのピンからもう一つのピンへ歩いてみましょう。その間にあるものは、誰も書いたことがありません。</translation>
    </message>
    <message>
        <source>Each plane reaches as far as 98 % of its own codes, and is bright where a judge is sure which digit is drawn there. Only the VAE was told where its clouds shall lie: round the middle, in the dashed circle.</source>
        <translation>どちらの平面も、それぞれのコードの98 %が入る広さで、何の数字が描かれるか判定器に確信があるところが明るくなっています。雲をどこに置くかを教えられたのはVAEだけで、中央のまわり、破線の円の中です。</translation>
    </message>
    <message>
        <source>Each plane reaches as far as 98 % of its own codes. Where digits lie a judge reads both about equally well: points alone make no holes. But only the VAE was told where its clouds shall lie, round the middle, in the dashed circle. Press “By chance”: of the plain one few digits lie there, and fewer of those chance draws can be read.</source>
        <translation>それぞれの平面は、自分のコードの98 %が入る広さです。数字がある場所では、判定器はどちらも同じくらいよく読めます。点だからといって穴があくわけではありません。ただ、雲をどこに置くかを教えられたのはVAEだけで、それは中央のまわり、破線の円の中です。「偶然に引く」を押してみましょう。普通の方ではそこに数字が少なく、偶然に引いたもののうち読めるものも少なくなります。</translation>
    </message>
    <message>
        <source>Early, from above the ventricles, says the monitor.</source>
        <translation>モニターによれば、心室より上から早く来た拍です。</translation>
    </message>
    <message>
        <source>Ectopic, says the monitor.</source>
        <translation>モニターによれば、異所性の拍です。</translation>
    </message>
    <message>
        <source>End of the lesson</source>
        <translation>レッスンの終わり</translation>
    </message>
    <message>
        <source>Every model here squeezes your digit into a few numbers and rebuilds it from them; red is ink that got lost, blue is ink that was made up. One digit is a contest by chance: beside its error stands that on MNIST&apos;s 10,000 test digits. Try several hands, and see that the greatest code is not the best one.</source>
        <translation>ここのモデルはどれも、あなたの数字をわずかな数に押し込め、そこから作り直します。赤は失われたインク、青は作り足されたインクです。数字一つでの勝負は偶然に左右されるので、その誤差の横に、MNISTのテスト用の数字10,000個での誤差も示します。いろいろな筆跡で試して、いちばん大きいコードがいちばん良いとは限らないことを見ましょう。</translation>
    </message>
    <message>
        <source>Every model here squeezes your digit into a few numbers and rebuilds it from them; red is ink that got lost, blue is ink that was made up. One digit is a contest by chance: try several hands.</source>
        <translation>どのモデルもあなたの数字をわずかな数に押し込め、そこから描き直します。赤は失われたインク、青は作り足されたインクです。数字一つでは偶然の勝負なので、いろいろな手で試しましょう。</translation>
    </message>
    <message>
        <source>Example of a {digit}</source>
        <translation>{digit}の例</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>ファミリー</translation>
    </message>
    <message>
        <source>Farther away</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Few labels: accuracy, %</source>
        <translation>少ないラベル：正解率（%）</translation>
    </message>
    <message>
        <source>Five short lessons, and what a teacher needs.</source>
        <translation>五つの短いレッスンと、教える人に必要なもの。</translation>
    </message>
    <message>
        <source>Flat, or a gap: {leads}.</source>
        <translation>平坦または欠測：{leads}。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追従</translation>
    </message>
    <message>
        <source>For teachers</source>
        <translation>教える人へ</translation>
    </message>
    <message>
        <source>For this network your digit is a cloud with a middle μ and a width σ. To learn, it draws places from the cloud; but no error can be sent back through mere chance. So chance comes from outside, as two numbers ε of a bell curve, which the network only stretches by σ and shifts by μ. Click in the bell curve; then take another digit: ε stays, and z follows.</source>
        <translation>このネットワークにとって、あなたの数字は中央がμ、幅がσの雲です。学習のために雲から場所を引きますが、ただの偶然を通して誤差を戻すことはできません。そこで偶然は外から、釣鐘形の分布の2個の数εとして来ます。ネットワークはそれをσだけ引き伸ばし、μだけずらします。釣鐘形の中をクリックしてみましょう。次に別の数字に替えると、εはそのままで、zがついてきます。</translation>
    </message>
    <message>
        <source>For whoever teaches with the lab: learners who read this know the answers. Each figure here is measured and ships with the program; where a step turns on what a learner draws or trains, the answer is found only there.</source>
        <translation>このラボで教える人のためのページです。受講者が読むと答えがわかってしまいます。ここの数値はすべて実測で、プログラムに付属しています。受講者が描くものや学習させるものによって決まるステップの答えは、その場でしか得られません。</translation>
    </message>
    <message>
        <source>Forget what is done</source>
        <translation>済んだことを忘れる</translation>
    </message>
    <message>
        <source>Four layers of sigmoids, trained one after the other and then together. That is how deep networks were started before 2010; from scratch this one hardly learns.</source>
        <translation>シグモイドの4層を、一つずつ学習させてから、まとめて学習させたものです。2010年以前の深いネットワークはこうして始められました。最初から一度に学習させると、ほとんど学びません。</translation>
    </message>
    <message>
        <source>From chance</source>
        <translation>偶然から</translation>
    </message>
    <message>
        <source>From my digit</source>
        <translation>自分の数字から</translation>
    </message>
    <message>
        <source>From your digit</source>
        <translation>自分の数字から</translation>
    </message>
    <message>
        <source>Fréchet distance</source>
        <translation>フレシェ距離（Fréchet）</translation>
    </message>
    <message>
        <source>Fréchet distance from real digits, by what the judge notices in pictures: 0 is no difference, and smaller is nearer.</source>
        <translation>判定器が絵の中に気づくもので測った、本物の数字からのフレシェ距離（Fréchet）。0は違いなし、小さいほど近いことを示します。</translation>
    </message>
    <message>
        <source>Fréchet distance {equals}</source>
        <translation>フレシェ距離 {equals}</translation>
    </message>
    <message>
        <source>Fréchet distance: how unlike two heaps of pictures are, by what a judge notices in them. 0 is no difference; poor pictures make it greater, and so does a lack of variety.</source>
        <translation>フレシェ距離（Fréchet）：二つの絵の集まりが、判定器の気づくものでどれだけ違うか。0は違いなし。絵が悪くても、多様さが足りなくても大きくなります。</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>ガウス雑音</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Get MNIST (11 MB)</source>
        <translation>MNISTを取得（11 MB）</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Go on in the free lab; what is done of the lesson is kept</source>
        <translation>自由なラボに戻ります。レッスンの済んだ分は残ります</translation>
    </message>
    <message>
        <source>Green: as predicted. Amber: a surprise. Empty: still to do.</source>
        <translation>緑：予想どおり。黄：意外な結果。空白：これから。</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>格子</translation>
    </message>
    <message>
        <source>Group of panes</source>
        <translation>画面のグループ</translation>
    </message>
    <message>
        <source>Half of the clouds are narrower than {here:.2g} % of the map without the pull, and {usual:.2g} % with beta at 1, as the course&apos;s VAE learnt.</source>
        <translation>引きがないと、雲の半数は地図の{here:.2g} %より狭く、講座のVAEが学んだベータ1では{usual:.2g} %です。</translation>
    </message>
    <message>
        <source>Have one code drawn three times, and see what it kept.</source>
        <translation>一つのコードを3回描かせ、何が残ったかを見ましょう。</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>心臓</translation>
    </message>
    <message>
        <source>Heartbeats</source>
        <translation>心拍</translation>
    </message>
    <message>
        <source>Here both networks redraw your own digit, and others, as soon as they learn.</source>
        <translation>学習が始まると、ここで両方のネットワークがあなたの数字とほかの数字を描き直します。</translation>
    </message>
    <message>
        <source>Here the film runs backwards. It begins with numbers by chance, and fifty times the network says what noise it sees and a part of it is taken away. Ask for a digit: the start is the same chance, yet another digit comes of it. Slide back to see how early it is decided which one.</source>
        <translation>ここでは映画が逆回しになります。偶然の数から始まり、ネットワークが50回、見えているノイズを言い、その一部が取り除かれます。数字を指定してみましょう。出発点は同じ偶然なのに、別の数字になります。スライダーを戻すと、どの数字になるかがどれほど早く決まるかがわかります。</translation>
    </message>
    <message>
        <source>Here the network redraws your own digit, and others that it never saw, as soon as it learns.</source>
        <translation>学習が始まると、ここでネットワークがあなたの数字と、見たことのないほかの数字を描き直します。</translation>
    </message>
    <message>
        <source>Hide the lesson</source>
        <translation>レッスンを隠す</translation>
    </message>
    <message>
        <source>How evenly the ten digits occur, at most 2.30.</source>
        <translation>10個の数字がどれだけ均等に現れるか。最大2.30。</translation>
    </message>
    <message>
        <source>How far apart the units are after a mark up and a mark down, once they have learnt.</source>
        <translation>学習後に、上の印と下の印のあとでユニットがどれだけ違うか。</translation>
    </message>
    <message>
        <source>How far on the map a beat lands from the patient&apos;s latest beats</source>
        <translation>その拍が、地図の上で患者の直前の拍からどれだけ離れて落ちるか</translation>
    </message>
    <message>
        <source>How likely does the network hold your digit? Nobody can try every code, so it asks the few that its encoder proposes: on average the answer is never too good (ELBO), and creeps towards the truth as it asks more of them. With two numbers we can try the whole plane, and see what was missing. Draw something that is no digit and watch the gap.</source>
        <translation>ネットワークはあなたの数字をどのくらいありそうだと見るでしょうか。すべてのコードは試せないので、エンコーダが挙げるわずかなコードに尋ねます。平均すれば答えが良すぎることはなく（ELBO）、尋ねる数を増やすと真の値に近づきます。2個の数なら平面全体を試せるので、足りなかった分がわかります。数字ではないものを描いて、差を見てみましょう。</translation>
    </message>
    <message>
        <source>How many times as wide the cloud is made</source>
        <translation>雲を何倍の幅にするか</translation>
    </message>
    <message>
        <source>How much of its own drawing the decoder sees</source>
        <translation>デコーダが自分の絵をどれだけ見るか</translation>
    </message>
    <message>
        <source>How much the picture is disturbed</source>
        <translation>絵をどれだけ乱すか</translation>
    </message>
    <message>
        <source>How often one is farther off than a normal one (AUC): off the map {outside:.2f}, from the patient&apos;s own place {own:.2f}, badly redrawn {redrawn:.2f}.</source>
        <translation>正常な拍より離れている割合（AUC）：地図から外れる{outside:.2f}、その患者の場所から離れる{own:.2f}、うまく描き直せない{redrawn:.2f}。</translation>
    </message>
    <message>
        <source>How strongly the answer depends on each earlier input, once they learn.</source>
        <translation>学習が始まると、答えが以前の各入力にどれだけ強く左右されるかを示します。</translation>
    </message>
    <message>
        <source>How sure the judge is of the digit that it reads, at most 1.</source>
        <translation>判定器が読んだ数字にどれだけ確信があるか。最大1。</translation>
    </message>
    <message>
        <source>How they are taught</source>
        <translation>教え方</translation>
    </message>
    <message>
        <source>How wrong is a pixel that should be white and came out black? The squared error says 1 and hardly pulls, for the sigmoid is flat there; cross-entropy says nearly without end, and pulls fully. Turn the true pixel, then let two networks with the same start learn, one by each.</source>
        <translation>白いはずの画素が黒く出たら、どれだけの間違いでしょうか。二乗誤差は1と言い、そこではシグモイドが平らなので、ほとんど引っ張りません。交差エントロピーはほとんど限りなく大きいと言い、力いっぱい引っ張ります。正しい画素の値を変えてみましょう。次に、同じ出発点の二つのネットワークに、それぞれの損失で学習させましょう。</translation>
    </message>
    <message>
        <source>I predict this</source>
        <translation>こう予想する</translation>
    </message>
    <message>
        <source>If it is one, the alarm is &lt;b&gt;false&lt;/b&gt;; if it is no digit at all, the alarm is right.</source>
        <translation>もし数字なら、このアラームは&lt;b&gt;誤り&lt;/b&gt;です。数字でないなら、アラームは正しいことになります。</translation>
    </message>
    <message>
        <source>If so, the alarm has &lt;b&gt;missed&lt;/b&gt; a {best}.</source>
        <translation>そうだとすれば、アラームは{best}を&lt;b&gt;見逃しました&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>If so, the alarm has &lt;b&gt;missed&lt;/b&gt; it.</source>
        <translation>そうであれば、アラームはこれを&lt;b&gt;見逃して&lt;/b&gt;います。</translation>
    </message>
    <message>
        <source>If so, the alarm is &lt;b&gt;false&lt;/b&gt;.</source>
        <translation>そうであれば、このアラームは&lt;b&gt;誤報&lt;/b&gt;です。</translation>
    </message>
    <message>
        <source>If so, the alarm is right.</source>
        <translation>そうであれば、アラームは正しいことになります。</translation>
    </message>
    <message>
        <source>In each step you first say what you expect, then try it on a pane of the lab, and then see what really happened. A surprise is worth more than a prediction that came true. A lesson can be left at any time; the panes behind the other names above are the free lab, open from the beginning.</source>
        <translation>各ステップでは、まず何が起きると思うかを答え、次にラボの画面で試し、それから実際にどうなったかを見ます。当たった予想よりも、意外な結果のほうに価値があります。レッスンはいつでも離れられます。上のほかの名前の画面は、最初から自由に使えるラボです。</translation>
    </message>
    <message>
        <source>In nats, 1.44 answers of yes or no each. The less a pixel sees, the more the code has to say, and the more a digit costs. Same digit: what the judge calls the drawings. Drawings differ: pixels in which two drawings from one code differ, as a share of the ink. Published: Chen et al. 2016, of a longer fit.</source>
        <translation>単位はnat（1 natは「はい・いいえ」の答え1.44個分）。画素が見るものが少ないほど、コードが伝えることは多くなり、数字一つの費用も増えます。同じ数字：判定器が絵を何と読むか。絵の違い：一つのコードから描いた2枚で異なる画素の、インクに対する割合。文献値：Chen et al. 2016（より長い学習）。</translation>
    </message>
    <message>
        <source>In patients new to it a ventricular beat is given away by landing far from &lt;b&gt;the patient&apos;s own usual place&lt;/b&gt; (AUC {own_place}), less surely by being redrawn worse than usual ({redrawn}, of a second database {redrawn_elsewhere}: a wide, smooth beat is easy to draw, as a 1 is among digits), and hardly by lying outside everybody&apos;s beats ({outside}: it often lies where somebody else&apos;s normal beats do). Early beats from above the ventricles mostly look normal ({early}).</source>
        <translation>初めて見る患者の心室性の拍は、&lt;b&gt;その患者の普段の場所&lt;/b&gt;から遠いことでいちばんよくわかります（AUC {own_place}）。うまく描き直せないことはそれほど確かではなく（{redrawn}、別のデータベースで{redrawn_elsewhere}。幅広く滑らかな拍は、数字の1と同じで描きやすい）、全員の拍から外れることはほとんど手がかりになりません（{outside}。ほかの人の正常な拍の場所に落ちることが多い）。心室より上から来る早い拍は、ほとんど正常に見えます（{early}）。</translation>
    </message>
    <message>
        <source>In the table below a bar&apos;s whisker is the spread, and the red tick is where PCA comes to with as many numbers. {style_alone}</source>
        <translation>下の表の棒のひげはばらつき、赤い目盛りは同じ個数の数によるPCAの値です。{style_alone}</translation>
    </message>
    <message>
        <source>In this hand</source>
        <translation>この筆跡で</translation>
    </message>
    <message>
        <source>In this lead the beat cannot be seen: a gap, or a flat line.</source>
        <translation>この誘導では拍が見えません。欠測または平坦な線です。</translation>
    </message>
    <message>
        <source>In {auroc:.0f} of 100 pairs is the 1&apos;s error the larger one. It is {cost:.1f} times what a network that knows 1s makes, and still small: a 1 has {ink:.1f} times the ink of others.</source>
        <translation>100組のうち{auroc:.0f}組で、1の誤差のほうが大きくなります。1を知っているネットワークの{cost:.1f}倍ですが、それでも小さな値です。1のインクの量はほかの数字の{ink:.1f}倍しかないからです。</translation>
    </message>
    <message>
        <source>In {auroc:.0f} of 100 pairs of test digits (AUROC {share:.2f}).</source>
        <translation>テスト用の数字の100組のうち{auroc:.0f}組です（AUROC {share:.2f}）。</translation>
    </message>
    <message>
        <source>Ink of the true pixel</source>
        <translation>正しい画素のインク</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>何も変わりません。</translation>
    </message>
    <message>
        <source>It is being worked out …</source>
        <translation>計算しています…</translation>
    </message>
    <message>
        <source>It is shown a spoilt picture and asked for the clean one. To do that it has to know what digits look like, not just how to copy.</source>
        <translation>汚した絵を見せられ、きれいな絵を求められます。そのためには、写すだけでなく、数字がどんな形かを知っていなければなりません。</translation>
    </message>
    <message>
        <source>It is told which digit it sees and which it shall draw. So the two numbers are left with the style: slant, width, weight.</source>
        <translation>どの数字を見ているか、どの数字を描くかを教えられます。そのため2個の数に残るのは書き方、つまり傾き、幅、太さです。</translation>
    </message>
    <message>
        <source>It lands near the usual place, but is redrawn worse than usual: that alone gives it away.</source>
        <translation>普段の場所の近くに落ちましたが、普段よりうまく描き直せません。それだけが手がかりです。</translation>
    </message>
    <message>
        <source>It moves the {digit} by {points:+.0f} points of 100.</source>
        <translation>{digit}を100点中{points:+.0f}点動かします。</translation>
    </message>
    <message>
        <source>It redraws {normal} of a normal beat and {ventricular} of a ventricular one, of the variance about the R peak, by the median of patients new to it.</source>
        <translation>R波頂点付近の分散のうち、正常な拍では{normal}、心室性の拍では{ventricular}を描き直します（初めて見る患者の中央値）。</translation>
    </message>
    <message>
        <source>It sees nothing of its own drawing, only the code.</source>
        <translation>自分の絵はまったく見ず、コードだけを見ます。</translation>
    </message>
    <message>
        <source>It sees {pixels} pixels (coloured) and the code.</source>
        <translation>{pixels}個の画素（色つき）とコードを見ます。</translation>
    </message>
    <message>
        <source>Its class is not known.</source>
        <translation>その種類はわかりません。</translation>
    </message>
    <message>
        <source>Its code is punished for moving when the picture changes a little. What still moves it are the changes that tell digits apart.</source>
        <translation>絵が少し変わったときにコードが動くと罰を受けます。それでもコードを動かすのは、数字を区別する変化です。</translation>
    </message>
    <message>
        <source>Its process could not be started ({why}).</source>
        <translation>プロセスを開始できませんでした（{why}）。</translation>
    </message>
    <message>
        <source>Its process ended before its work was done.</source>
        <translation>作業が終わる前にプロセスが終了しました。</translation>
    </message>
    <message>
        <source>Its trail</source>
        <translation>たどった跡</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KLダイバージェンス</translation>
    </message>
    <message>
        <source>KL divergence, nats</source>
        <translation>KLダイバージェンス（nat）</translation>
    </message>
    <message>
        <source>KL: how far one cloud is from another, in nats; 0 if they are the same.</source>
        <translation>KL：一つの雲が別の雲からどれだけ離れているか（nat）。同じなら0です。</translation>
    </message>
    <message>
        <source>Keys: arrows move the pen, with Shift further; Space puts it down or lifts it.</source>
        <translation>キー：矢印でペンを動かし（Shift で大きく）、スペースで下ろしたり上げたりします。</translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <translation>雑音の種類</translation>
    </message>
    <message>
        <source>Known: erase here</source>
        <translation>残った絵：ここで消す</translation>
    </message>
    <message>
        <source>LSTM lesson</source>
        <translation>LSTMのレッスン</translation>
    </message>
    <message>
        <source>LSTM {lstm:.1e}, “the same as just now” {last:.1e}, straight weighing {linear:.1e}.</source>
        <translation>LSTM {lstm:.1e}、「直前と同じ」{last:.1e}、単純な重みづけ{linear:.1e}です。</translation>
    </message>
    <message>
        <source>LSTM: {state}: along the memory each factor is a gate {gate} that can stay near 1</source>
        <translation>LSTM：{state}：記憶に沿った因子は、1の近くにとどまれるゲート {gate}</translation>
    </message>
    <message>
        <source>Lands {far:.1f} from the usual place (line: {line:.1f})</source>
        <translation>普段の場所から{far:.1f}のところに落ちる（線：{line:.1f}）</translation>
    </message>
    <message>
        <source>Lands {far:.1f} from where this patient&apos;s lie (line: {line:.1f})</source>
        <translation>この患者の拍がある場所から{far:.1f}のところに落ちる（線：{line:.1f}）</translation>
    </message>
    <message>
        <source>Latent map with the chain&apos;s trail; a click lets the chain begin there</source>
        <translation>連鎖の跡がついた潜在空間の地図。クリックした場所から連鎖が始まります</translation>
    </message>
    <message>
        <source>Latent map: a click or Return puts the pin from which to climb</source>
        <translation>潜在空間の地図：クリックまたはEnterで、登り始める場所にピンを置く</translation>
    </message>
    <message>
        <source>Latent map: point with the mouse or the arrow keys, Return puts a pin</source>
        <translation>潜在空間の地図：マウスか矢印キーで指し、Enterでピンを置く</translation>
    </message>
    <message>
        <source>Layers of weights</source>
        <translation>重みの層の数</translation>
    </message>
    <message>
        <source>Lead whose beats land</source>
        <translation>拍を落とす誘導</translation>
    </message>
    <message>
        <source>Learn by heart</source>
        <translation>丸暗記</translation>
    </message>
    <message>
        <source>Learn to remember</source>
        <translation>覚えることを学ぶ</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>Leave a digit out and see whether the error finds it.</source>
        <translation>数字を一つ除いて、誤差がそれを見つけるかを見ましょう。</translation>
    </message>
    <message>
        <source>Leave out the {digit}</source>
        <translation>{digit}を除く</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>レッスン</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>レッスン一覧</translation>
    </message>
    <message>
        <source>Let a network learn too few digits by heart.</source>
        <translation>少なすぎる数字をネットワークに丸暗記させましょう。</translation>
    </message>
    <message>
        <source>Let chance draw codes round the middle, in both planes</source>
        <translation>両方の平面で、中央のまわりのコードを偶然に引く</translation>
    </message>
    <message>
        <source>Let it learn for {epochs} epochs at least; it is at {at:.1f}.</source>
        <translation>少なくとも{epochs}エポック学習させてください。今は{at:.1f}です。</translation>
    </message>
    <message>
        <source>Let several ways to choose codes draw digits, and see who comes nearest.</source>
        <translation>コードの選び方をいくつか競わせ、どれがいちばん近いかを見ましょう。</translation>
    </message>
    <message>
        <source>Let the slider run from A to B and back</source>
        <translation>スライダーをAからBへ往復させる</translation>
    </message>
    <message>
        <source>Level of the noise</source>
        <translation>雑音の強さ</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>尤度</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>モデルを読み込み中…</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>MSE to the clean one {error:.4f}</source>
        <translation>元の絵とのMSE {error:.4f}</translation>
    </message>
    <message>
        <source>MSE {error}</source>
        <translation>MSE {error}</translation>
    </message>
    <message>
        <source>MSE {error}
{count} a digit</source>
        <translation>MSE {error}
数字1個あたり{count}</translation>
    </message>
    <message>
        <source>MSE {error} ({usual:.4f})</source>
        <translation>MSE {error} ({usual:.4f})</translation>
    </message>
    <message>
        <source>MSE {error}, usually {usual:.4f}
{count} a digit</source>
        <translation>MSE {error}、通常 {usual:.4f}
数字1個あたり{count}</translation>
    </message>
    <message>
        <source>MSE, mean squared error</source>
        <translation>MSE（平均二乗誤差）</translation>
    </message>
    <message>
        <source>MSE: how far the redrawn pixels are from the true ones, each difference squared, then the mean. 0 is a perfect copy.</source>
        <translation>MSE：描き直した画素が本当の画素からどれだけ離れているか。差をそれぞれ二乗して平均したものです。0は完全な写しです。</translation>
    </message>
    <message>
        <source>MSE: less is better</source>
        <translation>MSE：小さいほど良い</translation>
    </message>
    <message>
        <source>Many units, but each may be on for one picture in twenty only. So each comes to stand for one kind of stroke.</source>
        <translation>ユニットは多くても、絵20枚に1枚しか働けません。そのため一つひとつが、ある種類の線を表すようになります。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地図</translation>
    </message>
    <message>
        <source>Map of heartbeats: move over it, or use the arrow keys; Return puts a pin</source>
        <translation>心拍の地図：マウスか矢印キーで動き、Enterでピンを置く</translation>
    </message>
    <message>
        <source>Map of the course</source>
        <translation>講座の地図</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Mean squared error of what it redraws, over all pixels</source>
        <translation>描き直したものの、全画素での平均二乗誤差</translation>
    </message>
    <message>
        <source>Mean squared error on 10,000 test digits: {sparse:.4f} with 192 numbers, {conv:.4f} with 16.</source>
        <translation>テスト用の数字10,000個での平均二乗誤差は、192個の数で{sparse:.4f}、16個で{conv:.4f}です。</translation>
    </message>
    <message>
        <source>Mean squared error on this digit, and on MNIST&apos;s test digits</source>
        <translation>この数字での平均二乗誤差と、MNISTのテスト用の数字での値</translation>
    </message>
    <message>
        <source>Mean squared error on what it never saw: LSTM {lstm:.1e}, “the same as just now” {last:.1e}, a straight weighing of the fifty {linear:.1e}. A plain rival is better than the LSTM.</source>
        <translation>見たことのない部分での平均二乗誤差：LSTM {lstm:.1e}、「直前と同じ」 {last:.1e}、50個の単純な重みづけ {linear:.1e}。単純な競争相手のほうがLSTMより優れています。</translation>
    </message>
    <message>
        <source>Mean squared error on what it never saw: LSTM {lstm:.1e}, “the same as just now” {last:.1e}, a straight weighing of the fifty {linear:.1e}. The LSTM is the best of the three.</source>
        <translation>見たことのない部分での平均二乗誤差：LSTM {lstm:.1e}、「直前と同じ」 {last:.1e}、50個の単純な重みづけ {linear:.1e}。三つの中ではLSTMがいちばん優れています。</translation>
    </message>
    <message>
        <source>Mean squared error over {digits} test digits: {denoising:.3f} by the denoising network, {one:.3f} by one answer of diffusion, {mean:.3f} by their mean.</source>
        <translation>テスト用の数字{digits}個での平均二乗誤差：ノイズ除去ネットワーク{denoising:.3f}、拡散モデルの答え一つ{one:.3f}、その平均{mean:.3f}。</translation>
    </message>
    <message>
        <source>Mean squared error to the clean picture: {errors}.</source>
        <translation>元の絵との平均二乗誤差：{errors}。</translation>
    </message>
    <message>
        <source>Mean training loss, nats per image</source>
        <translation>学習損失の平均（1枚あたりnat）</translation>
    </message>
    <message>
        <source>Measure here</source>
        <translation>ここで測る</translation>
    </message>
    <message>
        <source>Measure what codes are good for.</source>
        <translation>コードが何に役立つかを測りましょう。</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>測定結果</translation>
    </message>
    <message>
        <source>Measured on patients new to it</source>
        <translation>初めて見る患者での実測</translation>
    </message>
    <message>
        <source>Measured: MSE to the clean digit</source>
        <translation>実測：元の数字とのMSE</translation>
    </message>
    <message>
        <source>Minus log-likelihood in nats: {figures}</source>
        <translation>負の対数尤度（nat）：{figures}</translation>
    </message>
    <message>
        <source>Model whose cloud is drawn from</source>
        <translation>雲から引くモデル</translation>
    </message>
    <message>
        <source>Model whose map is shown</source>
        <translation>地図を表示するモデル</translation>
    </message>
    <message>
        <source>More like a {digit}</source>
        <translation>もっと{digit}らしく</translation>
    </message>
    <message>
        <source>More like a…</source>
        <translation>もっとこの数字らしく…</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>モーフィング</translation>
    </message>
    <message>
        <source>Move away from the map until your digit is on it</source>
        <translation>あなたの数字が入るまで地図を縮小する</translation>
    </message>
    <message>
        <source>Nats count surprise: 1 nat is 1.44 answers of yes or no. What costs fewer nats is held to be more probable.</source>
        <translation>natは驚きの量です。1 natは「はい・いいえ」の答え1.44個分です。natが少ないものほど、ありそうだと見られています。</translation>
    </message>
    <message>
        <source>Nearer; the wheel does it where the mouse is</source>
        <translation>拡大。ホイールならマウスの位置で拡大します</translation>
    </message>
    <message>
        <source>Nearest to real digits is {nearest}, {distance:.0f}; codes of real digits give {floor:.0f}.</source>
        <translation>本物の数字にいちばん近いのは{nearest}で、{distance:.0f}です。本物の数字のコードでは{floor:.0f}です。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Network of the second line</source>
        <translation>2行目のネットワーク</translation>
    </message>
    <message>
        <source>Network that is shown</source>
        <translation>表示するネットワーク</translation>
    </message>
    <message>
        <source>Networks that remember.</source>
        <translation>覚えているネットワーク。</translation>
    </message>
    <message>
        <source>New digits, and how likely a model thinks them.</source>
        <translation>新しい数字と、それがどのくらいありそうかをモデルが見る目。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>次のステップ</translation>
    </message>
    <message>
        <source>No small change of the ink changes what it says here.</source>
        <translation>インクを少し変えても、ここで出す値は変わりません。</translation>
    </message>
    <message>
        <source>No such beat has come.</source>
        <translation>この種類の拍はまだ来ていません。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Noise is poured over your digit in a thousand small steps; move the slider. Pixels only get grainy, but a code of sixteen numbers drifts to the code of something else. The network never sees the digit: it looks at the noisy code and guesses what was below. When is it first wrong?</source>
        <translation>あなたの数字に、千回に分けて少しずつノイズを注ぎます。スライダーを動かしましょう。画素はざらつくだけですが、16個の数のコードは別のもののコードへ流れていきます。ネットワークは数字そのものを見ません。ノイズの入ったコードを見て、その下にあったものを推測します。最初に間違えるのはいつでしょうか。</translation>
    </message>
    <message>
        <source>Noise on pixels</source>
        <translation>画素へのノイズ</translation>
    </message>
    <message>
        <source>Noise on the code</source>
        <translation>コードへのノイズ</translation>
    </message>
    <message>
        <source>Not a network: the 32 directions in which digits differ most, found by algebra. Every autoencoder has to do better than this to be worth its training.</source>
        <translation>ネットワークではなく、数字がもっとも異なる32の方向を代数で求めたものです。学習の手間に見合うには、どのオートエンコーダもこれより優れていなければなりません。</translation>
    </message>
    <message>
        <source>Not as you predicted: {answer}.</source>
        <translation>予想とは違いました：{answer}。</translation>
    </message>
    <message>
        <source>Not ectopic, says the monitor.</source>
        <translation>モニターによれば、異所性ではありません。</translation>
    </message>
    <message>
        <source>Not redrawn: {error:.0f} %</source>
        <translation>描き直せない割合：{error:.0f} %</translation>
    </message>
    <message>
        <source>Not redrawn: {error:.0f} % (this patient&apos;s line: {line:.0f} %)</source>
        <translation>描き直せない割合：{error:.0f} %（この患者の線：{line:.0f} %）</translation>
    </message>
    <message>
        <source>Not redrawn: –</source>
        <translation>描き直せない割合：–</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>まだ何も描かれていません。</translation>
    </message>
    <message>
        <source>Nothing moves of itself now (Shift+S): move the slider.</source>
        <translation>ひとりでに動くものは止めてあります（Shift+S）：スライダーを動かしてください。</translation>
    </message>
    <message>
        <source>Nothing plays: beats of the shipped recording.</source>
        <translation>再生中のものはありません。付属の記録の拍を示します。</translation>
    </message>
    <message>
        <source>Of 100 units {sparse:.0f} are on with the penalty, {plain:.0f} without.</source>
        <translation>ユニット100個のうち、罰則があると{sparse:.0f}個、ないと{plain:.0f}個がオンです。</translation>
    </message>
    <message>
        <source>Of grey pixels this is no likelihood: cross-entropy counts them as coins, which they are not.</source>
        <translation>灰色の画素ではこれは尤度ではありません。交差エントロピーは画素をコインとして数えますが、そうではないからです。</translation>
    </message>
    <message>
        <source>Of no such class, says the record.</source>
        <translation>記録によれば、これらの種類ではありません。</translation>
    </message>
    <message>
        <source>Of the ten digits nearest to a 4, {own:.0f} % are 4s and {other:.0f} % are {most}s; no other digit has a greater share.</source>
        <translation>4にいちばん近い10個の数字のうち、{own:.0f} %が4、{other:.0f} %が{most}です。これより割合の大きいほかの数字はありません。</translation>
    </message>
    <message>
        <source>Of {layers} layers the first one is told nothing at all.</source>
        <translation>{layers}層のうち、最初の層には何も伝わりません。</translation>
    </message>
    <message>
        <source>Of {layers} layers the last one is told {figure} times as much as the first.</source>
        <translation>{layers}層のうち、最後の層には最初の層の{figure}倍が伝わります。</translation>
    </message>
    <message>
        <source>On new digits both come to much the same squared error ({other:.2f} to 1).</source>
        <translation>新しい数字では、両方の二乗誤差はほぼ同じです（{other:.2f}対1）。</translation>
    </message>
    <message>
        <source>On new digits the one that learnt by {loss} has the smaller squared error; the other&apos;s is {other:.2f} times as large.</source>
        <translation>新しい数字では、{loss}で学んだほうの二乗誤差が小さく、もう一方はその{other:.2f}倍です。</translation>
    </message>
    <message>
        <source>On others the error is {times:.1f} times that on its own digits, and {risen:.0f} % above its best, at batch {batch:g}.</source>
        <translation>ほかの数字での誤差は、学んだ数字での誤差の{times:.1f}倍です。バッチ{batch:g}での最良の値より{risen:.0f} %高くなっています。</translation>
    </message>
    <message>
        <source>On others the error is {times:.1f} times that on its own digits; it has not turned so far.</source>
        <translation>ほかの数字での誤差は、学んだ数字での誤差の{times:.1f}倍です。まだ上昇に転じていません。</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>On the way to another digit</source>
        <translation>別の数字への途中</translation>
    </message>
    <message>
        <source>On this digit &lt;b&gt;{model}&lt;/b&gt; loses least, with {count}.</source>
        <translation>この数字では、&lt;b&gt;{model}&lt;/b&gt;が{count}で、失うものがいちばん少なくなっています。</translation>
    </message>
    <message>
        <source>On your computer</source>
        <translation>このコンピュータで</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>One beat, redrawn in violet</source>
        <translation>一つの拍、紫が描き直したもの</translation>
    </message>
    <message>
        <source>One chain</source>
        <translation>一つの連鎖</translation>
    </message>
    <message>
        <source>One decoder, several ways to choose the codes that it draws: by chance, by a chain that decodes and encodes again and again, or from where codes of real digits lie. Start the race: who comes nearest to real digits, and is a longer chain better? What was measured stands below. Watch the variety: a lane that draws one digit well is sure, and useless.</source>
        <translation>一つのデコーダに、コードの選び方がいくつかあります。偶然に選ぶ、復号と符号化を何度も繰り返す連鎖で選ぶ、本物の数字のコードがあるところから選ぶ。競走を始めましょう。本物の数字にいちばん近いのはどれでしょうか。連鎖は長いほうが良いでしょうか。実測値は下にあります。多様さにも注目しましょう。一つの数字だけをうまく描くレーンは、確信はあっても役に立ちません。</translation>
    </message>
    <message>
        <source>One pixel</source>
        <translation>1画素</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>1ステップ</translation>
    </message>
    <message>
        <source>Only two numbers a picture, so that its codes can be drawn as a map. Nothing tells it where its points shall lie, so they spread far, and nobody knows beforehand where.</source>
        <translation>絵1枚に2個の数だけなので、コードを地図に描けます。点をどこに置くかは誰も教えないので、点は遠くまで広がり、どこにあるかは前もってわかりません。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open this lesson</source>
        <translation>このレッスンを開く</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>別の答え</translation>
    </message>
    <message>
        <source>Other noise</source>
        <translation>別のノイズ</translation>
    </message>
    <message>
        <source>Other start</source>
        <translation>別の出発点</translation>
    </message>
    <message>
        <source>Over {digits} test digits: {elbo:.1f} nats at first, {more:.1f} with {most} codes, exactly {exact:.1f}. Fewer nats are more probable.</source>
        <translation>テスト用の数字{digits}個で、最初は{elbo:.1f} nat、{most}個のコードで{more:.1f}、正確には{exact:.1f}です。natが少ないほど、ありそうだということです。</translation>
    </message>
    <message>
        <source>Over {seeds} starts: the plain one {plain:.0f} of 100, the LSTM {lstm:.0f}. Guessing gives 50.</source>
        <translation>{seeds}通りの出発点で、普通のRNNは100のうち{plain:.0f}、LSTMは{lstm:.0f}です。当てずっぽうなら50です。</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>過学習</translation>
    </message>
    <message>
        <source>PCA 32</source>
        <translation>PCA 32</translation>
    </message>
    <message>
        <source>PCA&apos;s</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>the training</comment>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>ペン</translation>
    </message>
    <message>
        <source>Pen down, {where}</source>
        <translation>ペンを下ろしました、{where}</translation>
    </message>
    <message>
        <source>Pen up</source>
        <translation>ペンを上げました</translation>
    </message>
    <message>
        <source>Picture {i} after the chain</source>
        <translation>連鎖後の絵{i}</translation>
    </message>
    <message>
        <source>Picture {i} on the arc</source>
        <translation>弧の上の絵{i}</translation>
    </message>
    <message>
        <source>Pictures from {sampler}: {help}</source>
        <translation>{sampler}からの絵：{help}</translation>
    </message>
    <message>
        <source>Pixels seen</source>
        <translation>見える画素</translation>
    </message>
    <message>
        <source>Pixels that move the code of the contractive network</source>
        <translation>収縮ネットワークのコードを動かす画素</translation>
    </message>
    <message>
        <source>Pixels that move the code of the network without a penalty</source>
        <translation>罰則のないネットワークのコードを動かす画素</translation>
    </message>
    <message>
        <source>Place between pin A and pin B</source>
        <translation>ピンAとピンBの間の位置</translation>
    </message>
    <message>
        <source>Place on the path</source>
        <translation>道の上の位置</translation>
    </message>
    <message>
        <source>Plain network</source>
        <translation>普通のネットワーク</translation>
    </message>
    <message>
        <source>Plane of handwriting styles</source>
        <translation>筆跡の平面</translation>
    </message>
    <message>
        <source>Point or cloud</source>
        <translation>点か雲か</translation>
    </message>
    <message>
        <source>Points: a plain autoencoder</source>
        <translation>点：普通のオートエンコーダ</translation>
    </message>
    <message>
        <source>Pour noise over your digit, take it out again, fill in what is missing.</source>
        <translation>あなたの数字にノイズを注ぎ、また抜き、欠けた部分を埋めましょう。</translation>
    </message>
    <message>
        <source>Predict, try, and see what happened.</source>
        <translation>予想し、試し、何が起きたかを見ましょう。</translation>
    </message>
    <message>
        <source>Press Start, and wait for {batches} batches.</source>
        <translation>「開始」を押し、{batches}バッチまで待ちましょう。</translation>
    </message>
    <message>
        <source>Press Start, and wait until the first curves are there.</source>
        <translation>「開始」を押し、最初の曲線が出るまで待ってください。</translation>
    </message>
    <message>
        <source>Press Start, and wait until the training has ended.</source>
        <translation>「開始」を押し、学習が終わるまで待ちましょう。</translation>
    </message>
    <message>
        <source>Press “Draw {draws}”.</source>
        <translation>「{draws}個引く」を押してください。</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>引き</translation>
    </message>
    <message>
        <source>Put the line where one in twenty of what it knows raises a false alarm</source>
        <translation>知っているものの20個に1個が誤って鳴る位置に線を置く</translation>
    </message>
    <message>
        <source>Put two pins on the map.</source>
        <translation>地図にピンを二つ置いてください。</translation>
    </message>
    <message>
        <source>Puts the net as it is now into Map, Resample, Family and Anomaly, until the program ends</source>
        <translation>今のネットワークを、プログラムの終了まで「地図」「再サンプリング」「ファミリー」「異常検知」で使えるようにします</translation>
    </message>
    <message>
        <source>RNN: {state}, so {slope} is a product of {t} factors</source>
        <translation>RNN：{state}、したがって {slope} は {t} 個の因子の積</translation>
    </message>
    <message>
        <source>ROC curve, area {auroc:.2f}</source>
        <translation>ROC曲線、面積 {auroc:.2f}</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>競走</translation>
    </message>
    <message>
        <source>Read what MSE, AUROC, ELBO and the like mean, in a line each.</source>
        <translation>MSE、AUROC、ELBOなどの意味を一行ずつ読みます。</translation>
    </message>
    <message>
        <source>Read what each lesson teaches, and the answers.</source>
        <translation>各レッスンが教えることと、答えを読みましょう。</translation>
    </message>
    <message>
        <source>Real digits</source>
        <translation>本物の数字</translation>
    </message>
    <message>
        <source>Really forget it?</source>
        <translation>本当に忘れますか？</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>付属の記録</translation>
    </message>
    <message>
        <source>Red: for, or more ink; blue: against, or less.</source>
        <translation>赤：後押し、またはインクを増やす。青：妨げ、または減らす。</translation>
    </message>
    <message>
        <source>Redrawing a {name} costs it {cost:.1f} times what it costs one that knows all digits, yet the judge reads {share:.0f} % of what comes out as a {read}.</source>
        <translation>{name}を描き直すとき、誤差は全部の数字を知っているネットワークの{cost:.1f}倍になります。それでも判定器は、出てきたものの{share:.0f} %を{read}と読みます。</translation>
    </message>
    <message>
        <source>Redrawing a {name} costs it {cost:.1f} times what it costs one that knows all digits.</source>
        <translation>{name}を描き直すとき、誤差は全部の数字を知っているネットワークの{cost:.1f}倍になります。</translation>
    </message>
    <message>
        <source>Redrawing a {name} costs it {cost:.1f} times what it costs one that knows all digits; the judge reads {share:.0f} % of what comes out as a {read}.</source>
        <translation>{name}を描き直すとき、誤差は全部の数字を知っているネットワークの{cost:.1f}倍になります。判定器は、出てきたものの{share:.0f} %を{read}と読みます。</translation>
    </message>
    <message>
        <source>Redrawn</source>
        <translation>描き直し</translation>
    </message>
    <message>
        <source>Redrawn as usual, and near the usual place: nothing gives it away.</source>
        <translation>普段どおりに描き直せ、普段の場所の近くです。手がかりはありません。</translation>
    </message>
    <message>
        <source>Redrawn as usual, but it lands far from the usual place: that alone gives it away.</source>
        <translation>普段どおりに描き直せますが、普段の場所から離れて落ちました。それだけが手がかりです。</translation>
    </message>
    <message>
        <source>Redrawn worse than usual, and far from the usual place: both bars give it away.</source>
        <translation>普段よりうまく描き直せず、普段の場所からも離れています。両方の棒が手がかりです。</translation>
    </message>
    <message>
        <source>Regularisers</source>
        <translation>正則化</translation>
    </message>
    <message>
        <source>Reproduce the course&apos;s five epochs.</source>
        <translation>講座の5エポックを再現しましょう。</translation>
    </message>
    <message>
        <source>Reproduce the lesson</source>
        <translation>レッスンを再現</translation>
    </message>
    <message>
        <source>Resample</source>
        <translation>再サンプリング</translation>
    </message>
    <message>
        <source>Rows of digits: {names}</source>
        <translation>数字の行：{names}</translation>
    </message>
    <message>
        <source>Save all as Markdown</source>
        <translation>すべてMarkdownで保存</translation>
    </message>
    <message>
        <source>Save as Markdown</source>
        <translation>Markdownで保存</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>画像を保存</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>See every autoencoder rebuild your digit.</source>
        <translation>すべてのオートエンコーダがあなたの数字を作り直すのを見ましょう。</translation>
    </message>
    <message>
        <source>See how the ideas hang together, and go to where each is seen.</source>
        <translation>考え方のつながりを見て、それが見られる画面へ進みましょう。</translation>
    </message>
    <message>
        <source>See it at work</source>
        <translation>実際に見る</translation>
    </message>
    <message>
        <source>See it in</source>
        <translation>見られる画面</translation>
    </message>
    <message>
        <source>See what sparse, contractive and denoising networks gain by it.</source>
        <translation>スパース、収縮、ノイズ除去の各ネットワークが何を得るかを見ましょう。</translation>
    </message>
    <message>
        <source>See which layers of a deep network are told anything.</source>
        <translation>深いネットワークのどの層に何かが伝わるかを見ましょう。</translation>
    </message>
    <message>
        <source>See your digit go through the layers, and ask a unit what it does.</source>
        <translation>数字が層を通っていくのを見て、ユニットに何をしているか尋ねましょう。</translation>
    </message>
    <message>
        <source>Send it through again</source>
        <translation>もう一度通す</translation>
    </message>
    <message>
        <source>Set σ back to 1 ×.</source>
        <translation>σを1 ×に戻してください。</translation>
    </message>
    <message>
        <source>Several draws of one cloud</source>
        <translation>一つの雲から何度か引く</translation>
    </message>
    <message>
        <source>Share of the beat&apos;s power that is lost when it is redrawn from two numbers</source>
        <translation>2個の数から描き直したときに失われる、拍のパワーの割合</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>表示する</translation>
    </message>
    <message>
        <source>Show the beats again that come</source>
        <translation>来る拍をまた表示する</translation>
    </message>
    <message>
        <source>Show the formula</source>
        <translation>数式を表示</translation>
    </message>
    <message>
        <source>Show the lesson</source>
        <translation>レッスンを表示</translation>
    </message>
    <message>
        <source>Show where the 10,000 test digits lie</source>
        <translation>テスト用の数字10,000個がどこにあるかを表示</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空間</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>スパース</translation>
    </message>
    <message>
        <source>Spoil the digit by {noise:.2f} at least.</source>
        <translation>少なくとも{noise:.2f}の強さで数字を汚してください。</translation>
    </message>
    <message>
        <source>Spoil your digit and have it cleaned.</source>
        <translation>数字を汚して、きれいにさせましょう。</translation>
    </message>
    <message>
        <source>Spoilt</source>
        <translation>汚した絵</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>ばらつき</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>二乗誤差</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>Start the race</source>
        <translation>競走を始める</translation>
    </message>
    <message>
        <source>Step of the way back</source>
        <translation>戻り道のステップ</translation>
    </message>
    <message>
        <source>Step {i} of the morph</source>
        <translation>モーフィングの{i}段目</translation>
    </message>
    <message>
        <source>Step {number} of {steps}</source>
        <translation>ステップ {number} / {steps}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Steps from the mark to the question</source>
        <translation>印から質問までのステップ数</translation>
    </message>
    <message>
        <source>Steps of noise</source>
        <translation>ノイズのステップ数</translation>
    </message>
    <message>
        <source>Steps of the chain</source>
        <translation>連鎖のステップ数</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Sureness misleads: after {steps} steps the judge is surer ({sure:.2f} → {surer:.2f}), but fewer kinds of digits are left (variety {variety:.2f} → {left:.2f} of {most:.2f}).</source>
        <translation>確信は当てになりません。{steps}ステップ後、判定器の確信は増します（{sure:.2f} → {surer:.2f}）が、残る数字の種類は減ります（多様さ {variety:.2f} → {left:.2f}、最大{most:.2f}）。</translation>
    </message>
    <message>
        <source>Take all ink away</source>
        <translation>インクをすべて消す</translation>
    </message>
    <message>
        <source>Take the beat away, and draw one from a flat line</source>
        <translation>拍を消し、平らな線から描く</translation>
    </message>
    <message>
        <source>Take the last stroke away</source>
        <translation>最後の一画を消す</translation>
    </message>
    <message>
        <source>Take {digits} digits or fewer, and start anew.</source>
        <translation>数字を{digits}個以下にして、もう一度開始しましょう。</translation>
    </message>
    <message>
        <source>Take {layers} layers or more, and start anew.</source>
        <translation>{layers}層以上にして、最初からやり直してください。</translation>
    </message>
    <message>
        <source>Teach an LSTM to say the next sample of an ECG.</source>
        <translation>LSTMに、心電図の次の1サンプルを言うことを教えましょう。</translation>
    </message>
    <message>
        <source>Test digit {which} of MNIST: a {digit}.</source>
        <translation>MNISTのテスト用の数字{which}番、{digit}です。</translation>
    </message>
    <message>
        <source>Test digits</source>
        <translation>テスト用の数字</translation>
    </message>
    <message>
        <source>Test digits, course&apos;s VAE</source>
        <translation>テスト用の数字、講座のVAE</translation>
    </message>
    <message>
        <source>That code, drawn</source>
        <translation>そのコードを描いたもの</translation>
    </message>
    <message>
        <source>That is a dot: draw a whole digit, as large as you like.</source>
        <translation>それは点です。数字全体を、好きな大きさで描いてください。</translation>
    </message>
    <message>
        <source>That one, of patients new to it, redraws {normal} of a normal beat and {ventricular} of a ventricular one.</source>
        <translation>そちらは、初めて見る患者では正常な拍の{normal}、心室性の拍の{ventricular}を描き直します。</translation>
    </message>
    <message>
        <source>The ELBO is {gap:.2f} nats short of the truth: that is how far the cloud is from the true posterior. With {codes} codes it is {left:.2f} too good, by chance.</source>
        <translation>ELBOは真の値に{gap:.2f} nat足りません。雲は真の事後分布からそれだけ離れています。{codes}個のコードでは、偶然により{left:.2f}だけ良すぎる値です。</translation>
    </message>
    <message>
        <source>The ELBO is {gap:.2f} nats short of the truth: that is how far the cloud is from the true posterior. With {codes} codes nothing to speak of is missing.</source>
        <translation>ELBOは真の値に{gap:.2f} nat足りません。雲は真の事後分布からそれだけ離れています。{codes}個のコードでは、足りない分はほとんどありません。</translation>
    </message>
    <message>
        <source>The ELBO is {gap:.2f} nats short of the truth: that is how far the cloud is from the true posterior. With {codes} codes {left:.2f} nats are missing.</source>
        <translation>ELBOは真の値に{gap:.2f} nat足りません。雲は真の事後分布からそれだけ離れています。{codes}個のコードでは、{left:.2f} nat足りません。</translation>
    </message>
    <message>
        <source>The LSTM begins without its head start: its forget gates are half open, not nearly open.</source>
        <translation>LSTMが最初の後押しなしで始まります。忘却ゲートはほぼ全開ではなく、半開きです。</translation>
    </message>
    <message>
        <source>The alarm</source>
        <translation>アラーム</translation>
    </message>
    <message>
        <source>The alphabet is heartbeats now: this network saw normal beats alone, and keeps two numbers of each. {measured} Move over the map, or draw a beat.</source>
        <translation>今度は心拍です。このネットワークは正常な拍だけを見て、一拍につき2個の数を残します。{measured} 地図の上を動くか、拍を描いてみましょう。</translation>
    </message>
    <message>
        <source>The autoencoders beside each other.</source>
        <translation>並べて見るオートエンコーダ。</translation>
    </message>
    <message>
        <source>The beat decoded at the cursor</source>
        <translation>カーソルの位置で復号した拍</translation>
    </message>
    <message>
        <source>The bell curve: a click or Return takes that ε</source>
        <translation>釣鐘形：クリックまたはEnterでそのεを取る</translation>
    </message>
    <message>
        <source>The bounds close</source>
        <translation>下界が近づく</translation>
    </message>
    <message>
        <source>The canvas is all ink: no digit can be told from it.</source>
        <translation>キャンバスがインクで埋まっていて、数字を読み取れません。</translation>
    </message>
    <message>
        <source>The chain, measured on {n} pictures</source>
        <translation>連鎖：絵{n}枚での実測</translation>
    </message>
    <message>
        <source>The clean input</source>
        <translation>元の入力</translation>
    </message>
    <message>
        <source>The code after {t} steps, drawn</source>
        <translation>{t}ステップ後のコードを描いたもの</translation>
    </message>
    <message>
        <source>The code holds {blind:.1f} nats where {reach} rows are seen, and {seeing:.1f} where {more_rows} are, on average over {digits} test digits.</source>
        <translation>見える行が{reach}行のときコードは{blind:.1f} nat、{more_rows}行のとき{seeing:.1f} natを持ちます（テスト用の数字{digits}個の平均）。</translation>
    </message>
    <message>
        <source>The codes of {name} come without the judge&apos;s confidence.</source>
        <translation>{name}のコードに判定器の確信がついていません。</translation>
    </message>
    <message>
        <source>The conditional VAE is told the digit, here the one it finds likeliest, so that its code is left with the style: its neighbours are of one kind in {votes:.0f} %, and 10 are chance.</source>
        <translation>条件付きVAEには数字が教えられる（ここではいちばんありそうと見た数字）ので、コードに残るのは書き方です。隣どうしが同じ数字なのは{votes:.0f} %で、偶然なら10 %です。</translation>
    </message>
    <message>
        <source>The conditional VAE is told the digit, here the one it finds likeliest.</source>
        <translation>条件付きVAEには数字が教えられます（ここではいちばんありそうと見た数字）。</translation>
    </message>
    <message>
        <source>The course says that digits drawn by a conditional VAE help a classifier with few labels. &lt;b&gt;Here they do not:&lt;/b&gt; with {n} labels {points} points, and the spread is {spread}. What draws them has learnt from the same few digits, and knows no more than they show.</source>
        <translation>講座では、条件付きVAEが描いた数字が、ラベルの少ない分類器の助けになるとしています。&lt;b&gt;ここではそうなりません：&lt;/b&gt;ラベル{n}個で{points}ポイント、ばらつきは{spread}です。それを描くモデルも同じ少数の数字から学んでいて、そこに見える以上のことは知りません。</translation>
    </message>
    <message>
        <source>The course says that digits drawn by a conditional VAE help a classifier with few labels. Here they do with {labels}: with {n} labels {points} points, and the spread is {spread}.</source>
        <translation>講座では、条件付きVAEが描いた数字が、ラベルの少ない分類器の助けになるとしています。ここではラベル{labels}個でそうなります。ラベル{n}個で{points}ポイント、ばらつきは{spread}です。</translation>
    </message>
    <message>
        <source>The course trained this very network for five epochs and published its losses. Press the button and your computer does the same from scratch, in about a minute; the numbers differ a little, for chance draws the first weights.</source>
        <translation>講座では、まさにこのネットワークを5エポック学習させ、その損失を公表しています。ボタンを押すと、このコンピュータが同じことを最初から約1分で行います。最初の重みは偶然に引かれるので、数値は少し違います。</translation>
    </message>
    <message>
        <source>The dashed line is chance; whiskers reach from the worst training to the best</source>
        <translation>破線は偶然、ひげは最悪の学習から最良の学習まで</translation>
    </message>
    <message>
        <source>The denoising network was only ever shown spoilt digits and asked for the clean ones, so it learned what digits look like instead of copying. The plain autoencoder beside it never met noise, and redraws some of it.</source>
        <translation>ノイズ除去ネットワークは、汚れた数字だけを見せられ、きれいな数字を求められました。そのため、写すのではなく、数字がどんな形かを学びました。横の普通のオートエンコーダは雑音に出会ったことがなく、その一部も描いてしまいます。</translation>
    </message>
    <message>
        <source>The digit at this place of the path</source>
        <translation>道のこの場所の数字</translation>
    </message>
    <message>
        <source>The digit decoded at the cursor</source>
        <translation>カーソルの位置で復号した数字</translation>
    </message>
    <message>
        <source>The digit decoded at the middle of the cloud</source>
        <translation>雲の中央で復号した数字</translation>
    </message>
    <message>
        <source>The digit decoded at z</source>
        <translation>zで復号した数字</translation>
    </message>
    <message>
        <source>The digit written</source>
        <translation>書かれた数字</translation>
    </message>
    <message>
        <source>The error divided by that of the patient&apos;s latest beats</source>
        <translation>誤差を、その患者の直前の拍の誤差で割ったもの</translation>
    </message>
    <message>
        <source>The error divided by that of the same network trained on every digit: hard for both is not unknown</source>
        <translation>誤差を、全部の数字で学習した同じネットワークの誤差で割ったもの。どちらにも難しいものは、未知とは言えません</translation>
    </message>
    <message>
        <source>The error divided by the ink: a thin digit has few pixels to err in</source>
        <translation>誤差をインクの量で割ったもの。細い数字には間違える画素が少ないためです</translation>
    </message>
    <message>
        <source>The guess after {t} steps</source>
        <translation>{t}ステップ後の推測</translation>
    </message>
    <message>
        <source>The guess at digit {i}</source>
        <translation>数字{i}の推測</translation>
    </message>
    <message>
        <source>The guess below it</source>
        <translation>その下の推測</translation>
    </message>
    <message>
        <source>The input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>The input as the models see it, 28 by 28 pixels</source>
        <translation>モデルから見た入力、28×28画素</translation>
    </message>
    <message>
        <source>The judge is not sure what digit this is, if it is one.</source>
        <translation>これがどの数字か、そもそも数字かどうか、判定器には確信がありません。</translation>
    </message>
    <message>
        <source>The judge is sure, to {sure:.0f} % at least, at {readable} of {places} places.</source>
        <translation>判定器は{places}か所のうち{readable}か所で、{sure:.0f} %以上の確信があります。</translation>
    </message>
    <message>
        <source>The judge is unsure of {plain:.0f} in 100 of the plain one&apos;s and {clouds:.0f} of the VAE&apos;s.</source>
        <translation>判定器が読めないのは、普通の方で100個のうち{plain:.0f}個、VAEで{clouds:.0f}個です。</translation>
    </message>
    <message>
        <source>The judge reads a {digit} at the middle, and the same in {same} of {draws} draws.</source>
        <translation>判定器は中央を{digit}と読み、引いた{draws}個のうち{same}個も同じ数字と読みます。</translation>
    </message>
    <message>
        <source>The judge reads them as {digits}, the whole digit as a {whole}.</source>
        <translation>判定器の読みは{digits}、元の数字全体は{whole}です。</translation>
    </message>
    <message>
        <source>The judge takes them for {named}: all alike.</source>
        <translation>判定器の読みは{named}：すべて同じです。</translation>
    </message>
    <message>
        <source>The judge takes them for {named}: not all alike.</source>
        <translation>判定器の読みは{named}：すべて同じではありません。</translation>
    </message>
    <message>
        <source>The judge, who knows the ten digits and nothing else, reads a {best}.</source>
        <translation>10個の数字しか知らない判定器は、{best}と読みます。</translation>
    </message>
    <message>
        <source>The lab needs torch, which could not be loaded ({why}).</source>
        <translation>ラボにはtorchが必要ですが、読み込めませんでした（{why}）。</translation>
    </message>
    <message>
        <source>The latest pictures of each lane</source>
        <translation>各レーンの最新の絵</translation>
    </message>
    <message>
        <source>The lesson</source>
        <translation>レッスン</translation>
    </message>
    <message>
        <source>The map appears here as soon as the training begins.</source>
        <translation>学習が始まると、ここに地図が現れます。</translation>
    </message>
    <message>
        <source>The map here</source>
        <translation>ここの地図</translation>
    </message>
    <message>
        <source>The map of digits, for comparison</source>
        <translation>比較のための数字の地図</translation>
    </message>
    <message>
        <source>The map while it is learned</source>
        <translation>学習中の地図</translation>
    </message>
    <message>
        <source>The mean of all answers</source>
        <translation>すべての答えの平均</translation>
    </message>
    <message>
        <source>The measurement</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>The morph at the slider</source>
        <translation>スライダーの位置のモーフィング</translation>
    </message>
    <message>
        <source>The net that you trained here, with the layers of the course&apos;s VAE. It is kept until the program ends.</source>
        <translation>あなたがここで学習させたネットワークで、層は講座のVAEと同じです。プログラムの終了まで保存されます。</translation>
    </message>
    <message>
        <source>The network sees fifty samples of an ECG, a seventh of a second, and says the next one; then the window slides on by one sample. It learns from the first 1400 samples only and is tried on the other 600: press Start and watch its forecast there become an ECG. A low loss is no proof of skill, so look at the two simple rivals in the end.</source>
        <translation>ネットワークは心電図の50サンプル（7分の1秒）を見て、次のサンプルを言います。それから窓が1サンプル進みます。最初の1400サンプルだけから学び、残りの600で試されます。「開始」を押して、そこでの予測が心電図になっていくのを見ましょう。損失が小さくても実力の証拠ではないので、最後に二つの単純な競争相手と比べましょう。</translation>
    </message>
    <message>
        <source>The network sees the same few digits again and again, and is asked for others it never saw. On its own few the error falls and falls; on the others it stops falling, and with very few it rises again: the network has learned them by heart. The best moment to stop is the dashed line. Then give it more digits.</source>
        <translation>ネットワークは同じ少数の数字を何度も見て、見たことのない数字も描くよう求められます。自分の数字での誤差は下がり続けます。ほかの数字での誤差は下がらなくなり、数字がごく少ないと再び上がります。丸暗記してしまったのです。やめるのにいちばん良い時は破線のところです。次は数字を増やしてみましょう。</translation>
    </message>
    <message>
        <source>The network&apos;s layers: choose a unit with the mouse or the arrow keys</source>
        <translation>ネットワークの層：マウスか矢印キーでユニットを選ぶ</translation>
    </message>
    <message>
        <source>The one before, of the same kind</source>
        <translation>同じ種類の一つ前の拍</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}.</source>
        <translation>画像を{path}に書き込めませんでした。</translation>
    </message>
    <message>
        <source>The picture is squeezed through 32 numbers and rebuilt from them. With bends between its layers it keeps more than PCA does with as many numbers.</source>
        <translation>絵を32個の数に押し込め、そこから作り直します。層の間に折れ曲がり（非線形）があるので、同じ個数の数でPCAより多くを残します。</translation>
    </message>
    <message>
        <source>The picture with noise in its pixels</source>
        <translation>画素にノイズを入れた絵</translation>
    </message>
    <message>
        <source>The pixels asked for</source>
        <translation>尋ねている画素</translation>
    </message>
    <message>
        <source>The pixels whose likelihood is asked for</source>
        <translation>尤度を尋ねている画素</translation>
    </message>
    <message>
        <source>The plain way: one question, after the last step.</source>
        <translation>普通の方法：最後のステップのあとに一度だけ尋ねます。</translation>
    </message>
    <message>
        <source>The race</source>
        <translation>競走</translation>
    </message>
    <message>
        <source>The reason: codes of real digits do not fill the round heap from which chance draws, and the decoder was never asked for what lies between them.</source>
        <translation>理由：本物の数字のコードは、偶然に引くときの丸い山を埋め尽くしておらず、その間にあるものをデコーダは求められたことがありません。</translation>
    </message>
    <message>
        <source>The reason: even codes of real digits are decoded to pictures that far from real ones, so that choosing codes better wins little.</source>
        <translation>理由：本物の数字のコードを復号しても本物からそれだけ離れた絵になるので、コードをうまく選んでも得るものはわずかです。</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>The same alarm with another alphabet: the small network of the pane Heartbeats, not the Monitor&apos;s, learnt normal beats only, and here it meets patients that are new to it. Pick a beat or draw one, see where it lies among thousands, and drag the line. Which score finds ventricular beats, and which beats does none find? That is why the Monitor&apos;s own alerts weigh shape, template and rhythm.</source>
        <translation>同じアラームを別の文字で見ます。ここで使うのはモニターのものではなく「心拍」の小さなネットワークで、正常な拍だけを学び、ここでは初めて見る患者に出会います。拍を選ぶか描いて、何千もの拍のどこに入るかを見て、線を動かしましょう。どのスコアが心室性の拍を見つけるでしょうか。どのスコアにも見つからない拍はどれでしょうか。だからモニター自身のアラートは、形とテンプレートとリズムを合わせて見ます。</translation>
    </message>
    <message>
        <source>The same map of clouds, drawn by filters that slide over the picture. With the same two numbers it loses less.</source>
        <translation>同じ雲の地図を、絵の上を滑るフィルタで描きます。同じ2個の数でも失うものが少なくなります。</translation>
    </message>
    <message>
        <source>The same strokes matter wherever they are, so small filters slide over the picture. Half the numbers of the plain one are enough for a similar error.</source>
        <translation>同じ線はどこにあっても同じ意味なので、小さなフィルタが絵の上を滑ります。普通のものの半分の個数で、同じくらいの誤差になります。</translation>
    </message>
    <message>
        <source>The same with beats of an ECG.</source>
        <translation>同じことを心電図の拍で。</translation>
    </message>
    <message>
        <source>The same, gates half open</source>
        <translation>同じで、ゲートは半開き</translation>
    </message>
    <message>
        <source>The shipped autoencoder&apos;s card does not say how much it redraws.</source>
        <translation>付属のオートエンコーダのカードに、どれだけ描き直せるかが書かれていません。</translation>
    </message>
    <message>
        <source>The shipped figures of the race lack a chain.</source>
        <translation>付属の競走の数値に、連鎖のものがありません。</translation>
    </message>
    <message>
        <source>The sixteen numbers of the noisy code</source>
        <translation>ノイズの入ったコードの16個の数</translation>
    </message>
    <message>
        <source>The span learnt from reaches from {low:.2f} to {high:.2f} mV, both together from {low_both:.2f} to {high_both:.2f} mV. Who peeks knows beforehand how far the future will go, and any squared error looks {factor:.2f} times smaller.</source>
        <translation>学んだ区間の範囲は{low:.2f}から{high:.2f} mV、両方を合わせると{low_both:.2f}から{high_both:.2f} mVです。のぞき見すると、未来がどこまで動くかを前もって知ることになり、どの二乗誤差も{factor:.2f}分の1に見えます。</translation>
    </message>
    <message>
        <source>The spoilt input</source>
        <translation>汚した入力</translation>
    </message>
    <message>
        <source>The spoilt picture&apos;s mean squared error is {noisy:.4f}, the cleaned one&apos;s {denoised:.4f}: {times:.1f} times smaller.</source>
        <translation>汚した絵の平均二乗誤差は{noisy:.4f}、きれいにした絵は{denoised:.4f}で、{times:.1f}分の1です。</translation>
    </message>
    <message>
        <source>The spread of the answers, bright where they differ</source>
        <translation>答えのばらつき。割れるところが明るい</translation>
    </message>
    <message>
        <source>The test span stays within the training span here, so that peeking would change nothing.</source>
        <translation>ここでは試す区間が学ぶ区間の範囲に収まっているので、のぞき見しても何も変わりません。</translation>
    </message>
    <message>
        <source>The training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>The unit&apos;s weights</source>
        <translation>ユニットの重み</translation>
    </message>
    <message>
        <source>The whole map: 98 % of the codes</source>
        <translation>地図全体：コードの98 %</translation>
    </message>
    <message>
        <source>The work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Then leave out the 1, see the error miss it, and find the score that does not.</source>
        <translation>次に1を除いて、誤差が1を見逃すのを見て、見逃さないスコアを見つけましょう。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>ファイル{path}がありません。</translation>
    </message>
    <message>
        <source>This beat, redrawn in violet</source>
        <translation>この拍（紫は描き直し）</translation>
    </message>
    <message>
        <source>This is how molecules are sought: from a pin, climb the map towards a better score, here what the judge calls “more like a 7”. The path is solid among real digits; where it is dashed hardly a digit lies, yet the score is as high or higher: nobody should trust it. Some paths come back.</source>
        <translation>分子の探索はこのように行われます。ピンから地図を登り、より良いスコア（ここでは判定器の言う「より7らしい」）へ向かいます。道は、本物の数字の間では実線です。破線のところには数字がほとんどないのに、スコアは同じかそれ以上です。誰も信じるべきではありません。戻ってくる道もあります。</translation>
    </message>
    <message>
        <source>This network is told which digit to draw, so a place on its map is no digit but a handwriting: slant, width, weight. Let it draw another digit above, and the hand stays the same at the same place.</source>
        <translation>このネットワークは描く数字を教えられるので、地図の場所は数字ではなく筆跡、つまり傾き、幅、太さです。上で別の数字を描かせても、同じ場所なら筆跡は同じです。</translation>
    </message>
    <message>
        <source>This network is told which digit to draw, so its two numbers are left with the handwriting: slant, width, weight. Point anywhere: the digit stays, the hand changes, and all ten digits stand beside it in that same hand.</source>
        <translation>このネットワークは描く数字を教えられるので、2個の数に残るのは筆跡、つまり傾き、幅、太さです。どこかを指してみましょう。数字はそのままで筆跡が変わり、同じ筆跡の10個の数字が横に並びます。</translation>
    </message>
    <message>
        <source>This network never saw the digit you leave out, so it should redraw it badly; that error is the alarm, exactly as in the Monitor&apos;s autoencoder lane, where “normal only” means normal beats.</source>
        <translation>このネットワークは、あなたが除く数字を見たことがないので、うまく描き直せないはずです。その誤差がアラームで、モニターのオートエンコーダのレーンとまったく同じです。そちらの「正常のみ」は正常な拍のことです。</translation>
    </message>
    <message>
        <source>This network stores every digit as a point, and nothing told it where: the numbers at the edges say how far its points have spread. Neighbours still look alike; but nobody can say beforehand where on such a plane a digit will be found.</source>
        <translation>このネットワークはどの数字も点として蓄え、どこに置くかは教えられていません。端の数値は、点がどこまで広がったかを示します。隣どうしはやはり似ていますが、このような平面のどこに数字があるかは、誰も前もって言えません。</translation>
    </message>
    <message>
        <source>This network stores every digit as a point, not as a cloud. An opponent tried to tell the points from plain chance, and to deceive it the network laid them where chance would: round the middle, closely, so that one can walk from one pin to the other here too.</source>
        <translation>このネットワークはどの数字も、雲ではなく点として蓄えます。対戦相手が点とただの偶然を見分けようとし、ネットワークはそれをだますために、偶然ならそこに置く場所、つまり中央のまわりに密に点を置きました。そのため、ここでも一つのピンからもう一つのピンへ歩けます。</translation>
    </message>
    <message>
        <source>Three drawings from one code</source>
        <translation>一つのコードから描いた3枚</translation>
    </message>
    <message>
        <source>Three races are run at once, each from other chance, and the pictures are the first one&apos;s. The figures are their mean and, after ±, their standard deviation: lanes that differ by less than that are not told apart. Codes of real digits are the same few hundred in all three: their deviation shrinks as they run out, and is not told at the end.</source>
        <translation>三つの競走を、それぞれ別の偶然から同時に走らせます。絵は一つ目のものです。数値は三つの平均で、±の後は標準偏差です。差がそれより小さいレーンは区別できません。本物の数字のコードは三つとも同じ数百個なので、使い切るにつれて標準偏差は小さくなり、最後には示しません。</translation>
    </message>
    <message>
        <source>Three ways to keep a network from merely copying, each beside one that was not. In the sparse one few units may be on; the code of the contractive one hardly moves when your picture is disturbed; the denoising one brings it back. Draw something, then disturb it with the slider. None is free: the first two redraw digits worse.</source>
        <translation>ネットワークがただ写すだけにならないようにする方法が三つあり、それぞれそうしなかったものと並べています。スパースでは少数のユニットしか働けません。収縮では、絵を乱してもコードがほとんど動きません。ノイズ除去では元の絵に戻します。何か描いて、スライダーで乱してみましょう。どれもただではなく、最初の二つは数字の描き直しが下手になります。</translation>
    </message>
    <message>
        <source>Threshold of the alarm: the arrow keys move it</source>
        <translation>アラームのしきい値：矢印キーで動かす</translation>
    </message>
    <message>
        <source>Throw again</source>
        <translation>投げ直す</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>To ask afterwards</source>
        <translation>終わったあとの質問</translation>
    </message>
    <message>
        <source>To choose from: {answers}.</source>
        <translation>選択肢：{answers}。</translation>
    </message>
    <message>
        <source>Train anew</source>
        <translation>もう一度学習</translation>
    </message>
    <message>
        <source>Train it here</source>
        <translation>ここで学習</translation>
    </message>
    <message>
        <source>Trained here: AUROC {auroc:.2f}.</source>
        <translation>ここで学習したもののAUROCは{auroc:.2f}です。</translation>
    </message>
    <message>
        <source>True posterior and cloud</source>
        <translation>真の事後分布と雲</translation>
    </message>
    <message>
        <source>True posterior of the code, and the encoder&apos;s cloud</source>
        <translation>コードの真の事後分布と、エンコーダの雲</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試してみましょう</translation>
    </message>
    <message>
        <source>Trying the whole plane: {swept:.0f} %.</source>
        <translation>平面全体を試しています：{swept:.0f} %。</translation>
    </message>
    <message>
        <source>Tug-of-war</source>
        <translation>綱引き</translation>
    </message>
    <message>
        <source>Turn beta to 0 and press Start.</source>
        <translation>ベータを0にして「開始」を押してください。</translation>
    </message>
    <message>
        <source>Turn beta to 0.</source>
        <translation>ベータを0にしてください。</translation>
    </message>
    <message>
        <source>Turn beta while a VAE learns.</source>
        <translation>VAEが学んでいる間にベータを変えましょう。</translation>
    </message>
    <message>
        <source>Two forces pull: the reconstruction wants every digit in a place of its own, the KL divergence wants every cloud to be the dashed circle. Turn beta while it learns and watch the clouds of 300 training digits: at 0 they shrink to points and the map grows, at 64 they all become the circle and the map says nothing any more.</source>
        <translation>二つの力が引き合います。再構成はどの数字にも自分だけの場所を求め、KLダイバージェンスはどの雲も破線の円になることを求めます。学習中にベータを変え、学習用の数字300個の雲を見ましょう。0では雲が点に縮んで地図が広がり、64ではどの雲も円になり、地図はもう何も語りません。</translation>
    </message>
    <message>
        <source>Two networks</source>
        <translation>二つのネットワーク</translation>
    </message>
    <message>
        <source>Two networks of the same depth learn to tell digits; they differ in the bend between their layers and in how their first weights are drawn to suit it. Choose a depth, press Start and look at the left end of the curves: with sigmoids the first layers of a deep network are told almost nothing, so they do not learn. Try 3 layers, then 15.</source>
        <translation>同じ深さの二つのネットワークが、数字を見分けることを学びます。違うのは層の間の折れ曲がりと、それに合わせた最初の重みの引き方です。深さを選んで「開始」を押し、曲線の左端を見ましょう。シグモイドでは、深いネットワークの最初の層にはほとんど何も伝わらず、学びません。3層、次に15層で試しましょう。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Units of the network without a penalty, bright where they are on</source>
        <translation>罰則のないネットワークのユニット。働いているものが明るい</translation>
    </message>
    <message>
        <source>Units of the sparse network, bright where they are on</source>
        <translation>スパースネットワークのユニット。働いているものが明るい</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使い道</translation>
    </message>
    <message>
        <source>Use this net</source>
        <translation>これを使う</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>VAE 2</source>
        <translation>VAE 2</translation>
    </message>
    <message>
        <source>VAE, 16 numbers</source>
        <translation>VAE、16個の数</translation>
    </message>
    <message>
        <source>VAE, 2 numbers</source>
        <translation>VAE、2個の数</translation>
    </message>
    <message>
        <source>VAE: a picture {x} lands at {cloud}</source>
        <translation>VAE：絵 {x} は {cloud} に落ちる</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>勾配消失</translation>
    </message>
    <message>
        <source>Waiting for beats… or draw one here with the mouse.</source>
        <translation>拍を待っています…ここにマウスで描くこともできます。</translation>
    </message>
    <message>
        <source>Walk the latent plane and see where your digit lands.</source>
        <translation>潜在平面を歩き、あなたの数字がどこに落ちるかを見ましょう。</translation>
    </message>
    <message>
        <source>Walking hardly helps: {before:.0f} before, {after:.0f} after {steps}.</source>
        <translation>歩いてもほとんど役に立ちません：前は{before:.0f}、{steps}後は{after:.0f}です。</translation>
    </message>
    <message>
        <source>Walking helps: {steps} bring the distance from {before:.0f} to {after:.0f}.</source>
        <translation>歩くと役に立ちます：{steps}で距離が{before:.0f}から{after:.0f}になります。</translation>
    </message>
    <message>
        <source>Walking hurts: {before:.0f} before, {after:.0f} after {steps} already.</source>
        <translation>歩くと悪くなります：前は{before:.0f}、{steps}後にはもう{after:.0f}です。</translation>
    </message>
    <message>
        <source>Watch a plain RNN and an LSTM learn to keep a mark.</source>
        <translation>普通のRNNとLSTMが印を覚えることを学ぶのを見ましょう。</translation>
    </message>
    <message>
        <source>Watch the beats that play land on a map of heartbeats.</source>
        <translation>再生中の拍が心拍の地図に落ちるのを見ましょう。</translation>
    </message>
    <message>
        <source>Watch the bounds close on how likely your digit is.</source>
        <translation>あなたの数字がどのくらいありそうか、下界が近づくのを見ましょう。</translation>
    </message>
    <message>
        <source>What I erase</source>
        <translation>自分で消した部分</translation>
    </message>
    <message>
        <source>What a plain autoencoder makes of it</source>
        <translation>普通のオートエンコーダが作るもの</translation>
    </message>
    <message>
        <source>What a plain network makes of it</source>
        <translation>普通のネットワークが作るもの</translation>
    </message>
    <message>
        <source>What an autoencoder is good for.</source>
        <translation>オートエンコーダが何に役立つか。</translation>
    </message>
    <message>
        <source>What gives it away is where it lands on the map, more than how badly it is redrawn from there.</source>
        <translation>手がかりになるのは、描き直しの悪さよりも、地図のどこに落ちるかです。</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>What happens while a network learns.</source>
        <translation>ネットワークが学ぶときに起きること。</translation>
    </message>
    <message>
        <source>What is known of your digit; the mouse erases more of it</source>
        <translation>あなたの数字のわかっている部分。マウスでさらに消せます</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>欠けている部分</translation>
    </message>
    <message>
        <source>What is seen here</source>
        <translation>見えているもの</translation>
    </message>
    <message>
        <source>What is usual for this patient is not known yet: it takes some beats.</source>
        <translation>この患者の普段の値はまだわかりません。いくつかの拍が必要です。</translation>
    </message>
    <message>
        <source>What learners often believe</source>
        <translation>よくある思い違い</translation>
    </message>
    <message>
        <source>What plays</source>
        <translation>再生中のもの</translation>
    </message>
    <message>
        <source>What the abbreviations in the lab mean, in a line each. The same line comes up wherever such a word stands: rest the mouse on it.</source>
        <translation>実験室に出てくる略語の意味を一行ずつ示します。その言葉にマウスを置けば、どこでも同じ説明が出ます。</translation>
    </message>
    <message>
        <source>What the code keeps</source>
        <translation>コードが残すもの</translation>
    </message>
    <message>
        <source>What the denoising autoencoder makes of it</source>
        <translation>ノイズ除去オートエンコーダが作るもの</translation>
    </message>
    <message>
        <source>What the denoising network makes of it</source>
        <translation>ノイズ除去ネットワークが作るもの</translation>
    </message>
    <message>
        <source>What the lesson teaches</source>
        <translation>レッスンが教えること</translation>
    </message>
    <message>
        <source>What the network takes the code for</source>
        <translation>ネットワークがそのコードを何と見るか</translation>
    </message>
    <message>
        <source>What the network {network} redraws</source>
        <translation>ネットワーク（{network}）が描き直すもの</translation>
    </message>
    <message>
        <source>What the noisy code draws</source>
        <translation>ノイズの入ったコードが描くもの</translation>
    </message>
    <message>
        <source>What the unit adds to the drawing</source>
        <translation>ユニットが絵に加えるもの</translation>
    </message>
    <message>
        <source>Where codes lie, and what lies between them.</source>
        <translation>コードがある場所と、その間にあるもの。</translation>
    </message>
    <message>
        <source>Where the network {network} errs</source>
        <translation>ネットワーク（{network}）が間違えるところ</translation>
    </message>
    <message>
        <source>Where the window stands</source>
        <translation>窓の位置</translation>
    </message>
    <message>
        <source>Where they lie</source>
        <translation>拍の分布</translation>
    </message>
    <message>
        <source>Where they lie: beats of 22 patients; it learnt from the normal ones alone</source>
        <translation>拍の分布：22人の患者の拍。正常な拍だけから学びました</translation>
    </message>
    <message>
        <source>Which ink the unit waits for</source>
        <translation>ユニットが待つインク</translation>
    </message>
    <message>
        <source>Which pixels a pixel sees while it is drawn</source>
        <translation>1画素を描くときに見える画素</translation>
    </message>
    <message>
        <source>While learning, both are asked after 5, 10, 20… steps too, so that short ways teach the long ones.</source>
        <translation>学習中、5、10、20…ステップ後にも両方に尋ねます。短い道が長い道を教えるようにするためです。</translation>
    </message>
    <message>
        <source>Who remembers?</source>
        <translation>覚えているのは？</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>地図全体</translation>
    </message>
    <message>
        <source>Whose codes and decoder</source>
        <translation>コードとデコーダのモデル</translation>
    </message>
    <message>
        <source>Why? {why}</source>
        <translation>なぜでしょうか。{why}</translation>
    </message>
    <message>
        <source>Without it a pixel would change by up to {most:.0f} % of full ink.</source>
        <translation>これがなければ、画素が最大でインク全量の{most:.0f} %変わります。</translation>
    </message>
    <message>
        <source>Without it nothing would change that one could see.</source>
        <translation>これがなくても、目に見える変化はありません。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Write a {digit}</source>
        <translation>{digit}を書く</translation>
    </message>
    <message>
        <source>Write me a 7</source>
        <translation>7を書いて</translation>
    </message>
    <message>
        <source>Write me a…</source>
        <translation>この数字を書いて…</translation>
    </message>
    <message>
        <source>You predict: {answer}</source>
        <translation>あなたの予想：{answer}</translation>
    </message>
    <message>
        <source>Your beat.</source>
        <translation>あなたの拍です。</translation>
    </message>
    <message>
        <source>Your cloud</source>
        <translation>数字の雲</translation>
    </message>
    <message>
        <source>Your digit</source>
        <translation>あなたの数字</translation>
    </message>
    <message>
        <source>Your digit goes through from left to right; each small square is a unit, red where it says much, blue where it says less than nothing. Click one to see its weights, which ink it waits for, and what of the outcome is there because of it. In an autoencoder all that follows the code knows nothing but it.</source>
        <translation>あなたの数字が左から右へ通っていきます。小さな四角は一つひとつがユニットで、大きな値を出すものは赤、負の値を出すものは青です。クリックすると、その重み、待っているインク、そしてそのユニットがあるから結果に現れるものがわかります。オートエンコーダでは、コードより先の層はコードのほかに何も知りません。</translation>
    </message>
    <message>
        <source>Your digit in black and white</source>
        <translation>白黒にしたあなたの数字</translation>
    </message>
    <message>
        <source>Your digit lands at ({x:.2f}, {y:.2f}) ± ({sx:.2f}, {sy:.2f}): a cloud, not a point.</source>
        <translation>あなたの数字は({x:.2f}, {y:.2f}) ± ({sx:.2f}, {sy:.2f})に落ちます。点ではなく雲です。</translation>
    </message>
    <message>
        <source>Your digit lands at ({x:.2f}, {y:.2f}): a point, for this model stores no clouds.</source>
        <translation>あなたの数字は({x:.2f}, {y:.2f})に落ちます。このモデルは雲を蓄えないので、点です。</translation>
    </message>
    <message>
        <source>Your digit lands beyond what is shown, at ({x:.1f}, {y:.1f}): an arrow points to it.</source>
        <translation>あなたの数字は表示範囲の外の({x:.1f}, {y:.1f})に落ちます。矢印がその方向です。</translation>
    </message>
    <message>
        <source>Your digit&apos;s cloud on the map</source>
        <translation>地図の上のあなたの数字の雲</translation>
    </message>
    <message>
        <source>Your digit&apos;s mean squared error is {two:.4f} with 2 numbers and {many:.4f} with 32.</source>
        <translation>あなたの数字の平均二乗誤差は、2個の数で{two:.4f}、32個で{many:.4f}です。</translation>
    </message>
    <message>
        <source>Your drawing, centred as MNIST does it.</source>
        <translation>あなたの絵を、MNISTと同じように中央に置いたものです。</translation>
    </message>
    <message>
        <source>Your net “{what}” is in Map, Resample, Family and Anomaly now, until the program ends.</source>
        <translation>あなたのネットワーク「{what}」を、プログラムの終了まで「地図」「再サンプリング」「ファミリー」「異常検知」で使えます。</translation>
    </message>
    <message>
        <source>Your picture, disturbed</source>
        <translation>あなたの絵を乱したもの</translation>
    </message>
    <message>
        <source>Your picture, redrawn by it</source>
        <translation>描き直されたあなたの絵</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>あなたの予想</translation>
    </message>
    <message>
        <source>a digit {y}: {what}</source>
        <translation>数字 {y}：{what}</translation>
    </message>
    <message>
        <source>a layer: {what}</source>
        <translation>層：{what}</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>加えるもの</translation>
    </message>
    <message>
        <source>adds: {what}</source>
        <translation>加えるもの：{what}</translation>
    </message>
    <message>
        <source>adversarial 2</source>
        <translation>敵対的 2</translation>
    </message>
    <message>
        <source>adversarial, 16 numbers</source>
        <translation>敵対的AE、16個の数</translation>
    </message>
    <message>
        <source>adversarial, 2 numbers</source>
        <translation>敵対的AE、2個の数</translation>
    </message>
    <message>
        <source>after {step} steps the judge reads a {best}, sure to {chance:.2f}</source>
        <translation>{step}ステップ後、判定器は{best}と読みます（確信{chance:.2f}）</translation>
    </message>
    <message>
        <source>along the arc (slerp)</source>
        <translation>弧に沿って（slerp）</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>asked after {lag} steps: batch {batch}</source>
        <translation>{lag}ステップ後に尋ねています：バッチ{batch}</translation>
    </message>
    <message>
        <source>asked here</source>
        <translation>ここで尋ねる</translation>
    </message>
    <message>
        <source>at the end: {figures}</source>
        <translation>最後の値：{figures}</translation>
    </message>
    <message>
        <source>at z</source>
        <translation>zで</translation>
    </message>
    <message>
        <source>at μ</source>
        <translation>μで</translation>
    </message>
    <message>
        <source>autoencoder: {what}</source>
        <translation>オートエンコーダ：{what}</translation>
    </message>
    <message>
        <source>back: {what}</source>
        <translation>逆向き：{what}</translation>
    </message>
    <message>
        <source>batch {batch} of {batches}</source>
        <translation>バッチ {batch} / {batches}</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>before learning</source>
        <translation>学習前</translation>
    </message>
    <message>
        <source>below: after the chain</source>
        <translation>下：連鎖のあと</translation>
    </message>
    <message>
        <source>beside it: one trained here without it</source>
        <translation>比較：それを除いてここで学習したもの</translation>
    </message>
    <message>
        <source>beside it: {title}</source>
        <translation>比較：{title}</translation>
    </message>
    <message>
        <source>beyond: the mean distance to the 10 nearest codes exceeds that of 99 % of the codes themselves</source>
        <translation>外：近い10個のコードまでの平均距離が、コード自身の99 %の値を超えるところ</translation>
    </message>
    <message>
        <source>bright: they differ</source>
        <translation>明るい：答えが割れる</translation>
    </message>
    <message>
        <source>bright: {best} decode{code}, the judge&apos;s confidence</source>
        <translation>明るさ：{best} デコード{code}、判定器の確信</translation>
    </message>
    <message>
        <source>bringing MNIST: {percent:.0f} %</source>
        <translation>MNISTを取得中：{percent:.0f} %</translation>
    </message>
    <message>
        <source>by steps</source>
        <translation>ステップ別</translation>
    </message>
    <message>
        <source>chain</source>
        <translation>連鎖</translation>
    </message>
    <message>
        <source>chain: {first}, then {second}</source>
        <translation>連鎖：{first}、次に {second}</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>偶然</translation>
    </message>
    <message>
        <source>cleaned</source>
        <translation>きれいにした</translation>
    </message>
    <message>
        <source>click in the bell curve</source>
        <translation>釣鐘形の中をクリック</translation>
    </message>
    <message>
        <source>click or press Return twice on the map: A and B</source>
        <translation>地図を2回クリックまたはEnter：AとB</translation>
    </message>
    <message>
        <source>click to begin</source>
        <translation>クリックで開始</translation>
    </message>
    <message>
        <source>clusters: {model}</source>
        <translation>クラスタ：{model}</translation>
    </message>
    <message>
        <source>coins</source>
        <translation>コイン</translation>
    </message>
    <message>
        <source>coins, kept</source>
        <translation>コイン（固定）</translation>
    </message>
    <message>
        <source>column {column}, row {row}</source>
        <translation>{column} 列 {row} 行</translation>
    </message>
    <message>
        <source>conditional VAE 2</source>
        <translation>条件付きVAE 2</translation>
    </message>
    <message>
        <source>contractive</source>
        <translation>収縮</translation>
    </message>
    <message>
        <source>contractive 128</source>
        <translation>収縮 128</translation>
    </message>
    <message>
        <source>contractive: loss {penalty}</source>
        <translation>収縮：損失 {penalty}</translation>
    </message>
    <message>
        <source>conv VAE 16</source>
        <translation>畳み込みVAE 16</translation>
    </message>
    <message>
        <source>conv VAE 2</source>
        <translation>畳み込みVAE 2</translation>
    </message>
    <message>
        <source>convolutional 16</source>
        <translation>畳み込み 16</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交差エントロピー</translation>
    </message>
    <message>
        <source>dashed: chance</source>
        <translation>破線：偶然</translation>
    </message>
    <message>
        <source>dashed: exact {exact:.2f}</source>
        <translation>破線：正確な値 {exact:.2f}</translation>
    </message>
    <message>
        <source>decoded in {took:.1f} ms</source>
        <translation>復号 {took:.1f} ms</translation>
    </message>
    <message>
        <source>denoising</source>
        <translation>ノイズ除去</translation>
    </message>
    <message>
        <source>denoising 64</source>
        <translation>ノイズ除去 64</translation>
    </message>
    <message>
        <source>denoising VAE, 16 numbers</source>
        <translation>ノイズ除去VAE、16個の数</translation>
    </message>
    <message>
        <source>denoising VAE, 2 numbers</source>
        <translation>ノイズ除去VAE、2個の数</translation>
    </message>
    <message>
        <source>denoising adversarial, 16 numbers</source>
        <translation>ノイズ除去敵対的AE、16個の数</translation>
    </message>
    <message>
        <source>denoising adversarial, 2 numbers</source>
        <translation>ノイズ除去敵対的AE、2個の数</translation>
    </message>
    <message>
        <source>denoising: the loss of {redrawn} noise{end} to the clean {x}</source>
        <translation>ノイズ除去：元の {x} に対する {redrawn} ノイズ{end} の損失</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>深さ</translation>
    </message>
    <message>
        <source>diffusion</source>
        <translation>拡散モデル</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>digits it knows</source>
        <translation>知っている数字</translation>
    </message>
    <message>
        <source>digits learnt from</source>
        <translation>学んだ数字</translation>
    </message>
    <message>
        <source>digits told rightly</source>
        <translation>数字の正解率</translation>
    </message>
    <message>
        <source>directions, strongest first</source>
        <translation>方向（強い順）</translation>
    </message>
    <message>
        <source>discriminative: learns the answer only</source>
        <translation>識別：答えだけを学びます</translation>
    </message>
    <message>
        <source>discriminative: {what}</source>
        <translation>識別：{what}</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>distance {here} median {there}, {before}: the beats before</source>
        <translation>距離 {here} 中央値 {there}、{before}：それまでの拍</translation>
    </message>
    <message>
        <source>distance: {what} of the judge&apos;s features</source>
        <translation>距離：判定器の特徴量の {what}</translation>
    </message>
    <message>
        <source>disturb the picture</source>
        <translation>絵を乱す</translation>
    </message>
    <message>
        <source>disturbance</source>
        <translation>乱れ</translation>
    </message>
    <message>
        <source>disturbed</source>
        <translation>乱した絵</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>drawing {i}</source>
        <translation>絵{i}</translation>
    </message>
    <message>
        <source>drawings differ</source>
        <translation>絵の違い</translation>
    </message>
    <message>
        <source>drawn on demand: {what}</source>
        <translation>指定して描く：{what}</translation>
    </message>
    <message>
        <source>each beat counts alike</source>
        <translation>拍はすべて等しく数えます</translation>
    </message>
    <message>
        <source>ectopic, says the monitor</source>
        <translation>異所性（モニターによる）</translation>
    </message>
    <message>
        <source>encoder {q}, decoder {p}</source>
        <translation>エンコーダ {q}、デコーダ {p}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>エポック {epoch}</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation>エポック {epoch} / {epochs}</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}, loss {loss:.1f} nats</source>
        <translation>エポック {epoch} / {epochs}、損失 {loss:.1f} nat</translation>
    </message>
    <message>
        <source>epoch {epoch}, batch {step} of {steps}</source>
        <translation>エポック {epoch}、バッチ {step} / {steps}</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>error</source>
        <translation>誤差</translation>
    </message>
    <message>
        <source>error to the clean picture</source>
        <translation>元の絵との誤差</translation>
    </message>
    <message>
        <source>error {equals}</source>
        <translation>誤差 {equals}</translation>
    </message>
    <message>
        <source>error {equals} mean {square} over the pixels of the digits learnt from, and of 500 others</source>
        <translation>誤差 {equals} {square} の平均（学んだ数字の画素、およびほかの500個の数字の画素）</translation>
    </message>
    <message>
        <source>error, {network}</source>
        <translation>誤差、{network}</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>正確な値</translation>
    </message>
    <message>
        <source>exact {exact:.2f}</source>
        <translation>正確な値 {exact:.2f}</translation>
    </message>
    <message>
        <source>false alarms →</source>
        <translation>誤報 →</translation>
    </message>
    <message>
        <source>far from his usual place</source>
        <translation>普段の場所から遠い</translation>
    </message>
    <message>
        <source>far from the map&apos;s middle</source>
        <translation>地図の中央から遠い</translation>
    </message>
    <message>
        <source>far from the usual place</source>
        <translation>普段の場所から遠い</translation>
    </message>
    <message>
        <source>few labels: {labels}</source>
        <translation>少ないラベル：{labels}</translation>
    </message>
    <message>
        <source>fewer numbers: {model}</source>
        <translation>より少ない数：{model}</translation>
    </message>
    <message>
        <source>fewer than 1</source>
        <translation>1未満</translation>
    </message>
    <message>
        <source>five epochs over 60,000 digits</source>
        <translation>数字60,000個で5エポック</translation>
    </message>
    <message>
        <source>five neighbours agree, %</source>
        <translation>近くの5個が一致、%</translation>
    </message>
    <message>
        <source>for the eye only</source>
        <translation>見るためだけ</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>forecast of what was not learnt from, scaled</source>
        <translation>学んでいない部分の予測（尺度を合わせた値）</translation>
    </message>
    <message>
        <source>found →</source>
        <translation>発見 →</translation>
    </message>
    <message>
        <source>from noise alone: chance</source>
        <translation>ノイズだけから：偶然</translation>
    </message>
    <message>
        <source>from scratch</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>generative: learns what data look like, and can make new ones</source>
        <translation>生成：データがどんなものかを学び、新しいものを作れます</translation>
    </message>
    <message>
        <source>generative: {what}</source>
        <translation>生成：{what}</translation>
    </message>
    <message>
        <source>given</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>gradient by a weight, root mean square</source>
        <translation>重み1個あたりの勾配（二乗平均平方根）</translation>
    </message>
    <message>
        <source>gradient descent, rate 0.02, momentum 0.9, batches of 64, steps of a gradient no longer than 1</source>
        <translation>勾配降下法、学習率0.02、モーメンタム0.9、64枚ずつのバッチ、勾配の長さは1まで</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>当てずっぽう</translation>
    </message>
    <message>
        <source>half of the Supraventricular Database: patients new to the network</source>
        <translation>Supraventricular Databaseの半分：このネットワークが初めて見る患者</translation>
    </message>
    <message>
        <source>half of the clouds are narrower than σ = {std:.2g}; the map is {reach:g} wide</source>
        <translation>雲の半数はσ = {std:.2g}より狭く、地図の幅は{reach:g}です</translation>
    </message>
    <message>
        <source>half of the pixels</source>
        <translation>画素の半分</translation>
    </message>
    <message>
        <source>heartbeats</source>
        <translation>心拍</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ここ</translation>
    </message>
    <message>
        <source>how far each is on</source>
        <translation>各ユニットの働き</translation>
    </message>
    <message>
        <source>how far the code moves</source>
        <translation>コードが動く大きさ</translation>
    </message>
    <message>
        <source>how hard it is pulled up</source>
        <translation>引き上げる力</translation>
    </message>
    <message>
        <source>how wide the clouds are: –</source>
        <translation>雲の幅：–</translation>
    </message>
    <message>
        <source>in brackets: measured on {n}; on fewer, distances come out larger</source>
        <translation>かっこ内：{n}枚での実測。枚数が少ないと距離は大きく出ます</translation>
    </message>
    <message>
        <source>in the code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>in the pixels</source>
        <translation>画素</translation>
    </message>
    <message>
        <source>in the space of</source>
        <translation>使った空間</translation>
    </message>
    <message>
        <source>input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>its weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>judge, a classifier</source>
        <translation>判定器（分類器）</translation>
    </message>
    <message>
        <source>judge: {first} {chance:.2f}   {second} {less:.2f}</source>
        <translation>判定器：{first} {chance:.2f}   {second} {less:.2f}</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>known</source>
        <translation>既知</translation>
    </message>
    <message>
        <source>known pixels {k}: {what} decode{of}</source>
        <translation>わかっている画素 {k}：{what} デコード{of}</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>layer by layer: {what}</source>
        <translation>1層ずつ：{what}</translation>
    </message>
    <message>
        <source>layer, the pixels at the left</source>
        <translation>層（左が画素の側）</translation>
    </message>
    <message>
        <source>learn from</source>
        <translation>学ぶ数</translation>
    </message>
    <message>
        <source>learnt by cross-entropy</source>
        <translation>交差エントロピーで学んだもの</translation>
    </message>
    <message>
        <source>learnt by squared error</source>
        <translation>二乗誤差で学んだもの</translation>
    </message>
    <message>
        <source>learnt by {loss}</source>
        <translation>{loss}で学習</translation>
    </message>
    <message>
        <source>learnt from</source>
        <translation>学んだ部分</translation>
    </message>
    <message>
        <source>left half</source>
        <translation>左半分</translation>
    </message>
    <message>
        <source>linear 32</source>
        <translation>線形 32</translation>
    </message>
    <message>
        <source>look closer at</source>
        <translation>詳しく見る</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>loss by batch, nats per image</source>
        <translation>バッチごとの損失（1枚あたりnat）</translation>
    </message>
    <message>
        <source>loss per image {equals}</source>
        <translation>画像あたりの損失 {equals}</translation>
    </message>
    <message>
        <source>loss {equals}</source>
        <translation>損失 {equals}</translation>
    </message>
    <message>
        <source>lower half</source>
        <translation>下半分</translation>
    </message>
    <message>
        <source>map {unit} of {units} says on average {mean:.2f}</source>
        <translation>マップ {unit} / {units} の平均出力は{mean:.2f}</translation>
    </message>
    <message>
        <source>marks: without noise</source>
        <translation>印：ノイズなし</translation>
    </message>
    <message>
        <source>masking</source>
        <translation>マスク</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>平均二乗誤差</translation>
    </message>
    <message>
        <source>mean {square}, Adam {rate}, 100 epochs of the whole span</source>
        <translation>{square} の平均、Adam {rate}、区間全体で100エポック</translation>
    </message>
    <message>
        <source>mean ± spread of {n} draws of {asked} digits; here: one draw more</source>
        <translation>{asked}個の数字を{n}回引いた平均 ± ばらつき。「ここ」はもう1回分</translation>
    </message>
    <message>
        <source>mean ± spread of {runs} draws; here: one draw</source>
        <translation>{runs}回引いた平均 ± ばらつき。「ここ」は1回分</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>測定済み</translation>
    </message>
    <message>
        <source>measured here</source>
        <translation>ここで測定</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>mixture</source>
        <translation>混合分布</translation>
    </message>
    <message>
        <source>model&apos;s</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>more than 99</source>
        <translation>99を超える</translation>
    </message>
    <message>
        <source>nat</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>neighbours: the five nearest training digits in the code vote</source>
        <translation>近くの5個：コードの上でいちばん近い学習用の数字5個の多数決</translation>
    </message>
    <message>
        <source>neither of both</source>
        <translation>どちらでもない</translation>
    </message>
    <message>
        <source>never learnt from (your own first)</source>
        <translation>学んでいない数字（先頭はあなたの数字）</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>初めて見る</translation>
    </message>
    <message>
        <source>new digits (your own first)</source>
        <translation>新しい数字（先頭はあなたの数字）</translation>
    </message>
    <message>
        <source>no penalty</source>
        <translation>罰則なし</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>雑音</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>normal beats</source>
        <translation>正常な拍</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>まだ不明</translation>
    </message>
    <message>
        <source>not redrawn {equals} with {redrawn} decode{code}</source>
        <translation>再構成できず {equals}、ここで {redrawn} デコード{code}</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>not trained here yet</source>
        <translation>ここではまだ学習していません</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>of grey pixels it is no likelihood</source>
        <translation>灰色の画素では尤度ではありません</translation>
    </message>
    <message>
        <source>one lesson, two alphabets:</source>
        <translation>一つの考え、二つの題材：</translation>
    </message>
    <message>
        <source>one window</source>
        <translation>一つの窓</translation>
    </message>
    <message>
        <source>others</source>
        <translation>ほかの数字</translation>
    </message>
    <message>
        <source>over a knowing net: error {by} error of the same network trained on all digits</source>
        <translation>知っているネットとの比：誤差 {by} 同じネットワークをすべての数字で学習させたときの誤差</translation>
    </message>
    <message>
        <source>over a network that knows it</source>
        <translation>知っているネットワーク比</translation>
    </message>
    <message>
        <source>over ink</source>
        <translation>インク比</translation>
    </message>
    <message>
        <source>over ink: error {by}</source>
        <translation>インク比：誤差 {by}</translation>
    </message>
    <message>
        <source>over knowing net</source>
        <translation>既知ネット比</translation>
    </message>
    <message>
        <source>over the ink</source>
        <translation>インク比</translation>
    </message>
    <message>
        <source>over the patient&apos;s usual</source>
        <translation>患者の普段との比</translation>
    </message>
    <message>
        <source>p({digit}) rises from {first:.3f} to {last:.3f} in {steps} steps; &lt;b&gt;at step {at} it leaves the real digits&lt;/b&gt; and ends where hardly any lies.</source>
        <translation>p({digit})は{steps}ステップで{first:.3f}から{last:.3f}に上がります。&lt;b&gt;ステップ{at}で本物の数字から離れ&lt;/b&gt;、数字がほとんどないところで終わります。</translation>
    </message>
    <message>
        <source>p({digit}) rises from {first:.3f} to {last:.3f} in {steps} steps; at step {at} it leaves the real digits, is beyond them for {beyond} of {places} places, and &lt;b&gt;ends among them again.&lt;/b&gt;</source>
        <translation>p({digit})は{steps}ステップで{first:.3f}から{last:.3f}に上がります。ステップ{at}で本物の数字から離れ、{places}か所のうち{beyond}か所がその外ですが、&lt;b&gt;最後は再び本物の数字の間で終わります。&lt;/b&gt;</translation>
    </message>
    <message>
        <source>p({digit}) rises from {first:.3f} to {last:.3f} in {steps} steps; the path stays among real digits.</source>
        <translation>p({digit})は{steps}ステップで{first:.3f}から{last:.3f}に上がります。道は本物の数字の間にとどまります。</translation>
    </message>
    <message>
        <source>peek: scale by the test span too</source>
        <translation>のぞき見：試す区間も使って尺度を決める</translation>
    </message>
    <message>
        <source>picture {n} of each lane, three starts: mean ± spread</source>
        <translation>各レーンの絵 {n}枚、三つの競走の平均±標準偏差</translation>
    </message>
    <message>
        <source>pixel as drawn</source>
        <translation>描かれた画素</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>画素</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>plain 2</source>
        <translation>普通 2</translation>
    </message>
    <message>
        <source>plain 32</source>
        <translation>普通 32</translation>
    </message>
    <message>
        <source>plain RNN</source>
        <translation>普通のRNN</translation>
    </message>
    <message>
        <source>plain and adversarial: at the point encode{of}</source>
        <translation>普通と敵対的：点 エンコード{of} に落ちる</translation>
    </message>
    <message>
        <source>pretrained</source>
        <translation>事前学習</translation>
    </message>
    <message>
        <source>prior</source>
        <translation>事前分布</translation>
    </message>
    <message>
        <source>product</source>
        <comment>in a formula</comment>
        <translation>積</translation>
    </message>
    <message>
        <source>published</source>
        <translation>公表値</translation>
    </message>
    <message>
        <source>real codes</source>
        <translation>本物のコード</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>再構成</translation>
    </message>
    <message>
        <source>reconstruction, nats</source>
        <translation>再構成（nat）</translation>
    </message>
    <message>
        <source>redrawn</source>
        <translation>描き直し</translation>
    </message>
    <message>
        <source>redrawn now</source>
        <translation>今の描き直し</translation>
    </message>
    <message>
        <source>redrawn when it did best on others</source>
        <translation>ほかの数字で最良だったときの描き直し</translation>
    </message>
    <message>
        <source>redrawn worse than usual</source>
        <translation>普段より描き直せない</translation>
    </message>
    <message>
        <source>redrawn, {network}</source>
        <translation>描き直し、{network}</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>right half</source>
        <translation>右半分</translation>
    </message>
    <message>
        <source>rows seen</source>
        <translation>見える行</translation>
    </message>
    <message>
        <source>salt and pepper</source>
        <translation>ごま塩雑音</translation>
    </message>
    <message>
        <source>same digit</source>
        <translation>同じ数字</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>scaled {x}, both of the training span alone</source>
        <translation>尺度をそろえる {x}、どちらも学ぶ区間だけの値</translation>
    </message>
    <message>
        <source>scaling: learnt from, then tried on</source>
        <translation>尺度：学んだ部分、次に試す部分</translation>
    </message>
    <message>
        <source>score: log p of the digit</source>
        <translation>スコア：その数字のlog p</translation>
    </message>
    <message>
        <source>shares of one</source>
        <translation>全体に対する割合</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>付属</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>シグモイド</translation>
    </message>
    <message>
        <source>sigmoid: {least};  ReLU: {slope} is 0 or 1</source>
        <translation>シグモイド：{least}、ReLU：{slope} は0か1</translation>
    </message>
    <message>
        <source>slide along the path</source>
        <translation>道に沿って動かす</translation>
    </message>
    <message>
        <source>sparse</source>
        <translation>スパース</translation>
    </message>
    <message>
        <source>sparse 192</source>
        <translation>スパース 192</translation>
    </message>
    <message>
        <source>sparse: loss {penalty}, {firing}: mean of {unit}</source>
        <translation>スパース：損失 {penalty}、{firing}：{unit} の平均</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>二乗誤差</translation>
    </message>
    <message>
        <source>squared error on new digits</source>
        <translation>新しい数字での二乗誤差</translation>
    </message>
    <message>
        <source>stacked 32</source>
        <translation>積層 32</translation>
    </message>
    <message>
        <source>starting: it loads in a process of its own…</source>
        <translation>開始中：別のプロセスで読み込んでいます…</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>step by step: {what}</source>
        <translation>1ステップずつ：{what}</translation>
    </message>
    <message>
        <source>step {step}: p = {p:.3f}, among the real digits</source>
        <translation>ステップ{step}：p = {p:.3f}、本物の数字の間</translation>
    </message>
    <message>
        <source>step {step}: p = {p:.3f}, beyond the real digits</source>
        <translation>ステップ{step}：p = {p:.3f}、本物の数字の外</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>steps back</source>
        <translation>さかのぼるステップ</translation>
    </message>
    <message>
        <source>steps of the chain</source>
        <translation>連鎖のステップ数</translation>
    </message>
    <message>
        <source>steps since the mark</source>
        <translation>印からのステップ</translation>
    </message>
    <message>
        <source>steps to remember</source>
        <translation>覚えるステップ数</translation>
    </message>
    <message>
        <source>stop here</source>
        <translation>ここでやめる</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>stopped in {at}</source>
        <translation>{at}で停止しました</translation>
    </message>
    <message>
        <source>stopping: the net is kept…</source>
        <translation>停止中：ネットワークを保存しています…</translation>
    </message>
    <message>
        <source>strange →</source>
        <translation>見慣れない →</translation>
    </message>
    <message>
        <source>style ({x:+.2f}, {y:+.2f});  the judge reads a {best}, sure to {chance:.2f}</source>
        <translation>書き方({x:+.2f}, {y:+.2f})。判定器の読みは{best}（確信{chance:.2f}）</translation>
    </message>
    <message>
        <source>sum</source>
        <comment>in a formula</comment>
        <translation>和</translation>
    </message>
    <message>
        <source>supraventricular</source>
        <translation>上室性</translation>
    </message>
    <message>
        <source>supraventricular beats</source>
        <translation>上室性の拍</translation>
    </message>
    <message>
        <source>sureness</source>
        <translation>確信</translation>
    </message>
    <message>
        <source>surprise {equals} what happened {minus} what was predicted</source>
        <translation>驚き {equals} 起きたこと {minus} 予想したこと</translation>
    </message>
    <message>
        <source>ten clusters: ARI</source>
        <translation>10個のクラスタ：ARI</translation>
    </message>
    <message>
        <source>ten digits</source>
        <translation>10個の数字</translation>
    </message>
    <message>
        <source>the 784 pixels</source>
        <translation>784個の画素</translation>
    </message>
    <message>
        <source>the chain of {steps}</source>
        <translation>{steps}の連鎖</translation>
    </message>
    <message>
        <source>the code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>the code: centre</source>
        <translation>コード：中心</translation>
    </message>
    <message>
        <source>the code: centres, log σ²</source>
        <translation>コード：中心、log σ²</translation>
    </message>
    <message>
        <source>the codes
as they are</source>
        <translation>コードを
そのまま</translation>
    </message>
    <message>
        <source>the digits&apos; map</source>
        <translation>数字の地図</translation>
    </message>
    <message>
        <source>the error</source>
        <translation>誤差</translation>
    </message>
    <message>
        <source>the guess</source>
        <translation>推測</translation>
    </message>
    <message>
        <source>the guess
below them</source>
        <translation>その下の
推測</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>the judge reads a {digit}</source>
        <translation>判定器の読みは{digit}</translation>
    </message>
    <message>
        <source>the lesson</source>
        <translation>レッスン</translation>
    </message>
    <message>
        <source>the mark</source>
        <translation>印</translation>
    </message>
    <message>
        <source>the next one</source>
        <translation>次のサンプル</translation>
    </message>
    <message>
        <source>the {sampler}</source>
        <translation>{sampler}</translation>
    </message>
    <message>
        <source>then the whole: {what}</source>
        <translation>次に全体：{what}</translation>
    </message>
    <message>
        <source>told to draw a {digit}</source>
        <translation>{digit}を描かせる</translation>
    </message>
    <message>
        <source>trace of the mark</source>
        <translation>印の跡</translation>
    </message>
    <message>
        <source>trained here</source>
        <translation>ここで学習</translation>
    </message>
    <message>
        <source>trained without the {digit}</source>
        <translation>{digit}を除いて学習しました</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>学習損失</translation>
    </message>
    <message>
        <source>tried on</source>
        <translation>試す部分</translation>
    </message>
    <message>
        <source>true</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>true pixel</source>
        <translation>正しい画素</translation>
    </message>
    <message>
        <source>unit {unit} of {units} says {mean:.2f}</source>
        <translation>ユニット {unit} / {units} の出力は{mean:.2f}</translation>
    </message>
    <message>
        <source>units, %, strongest first</source>
        <translation>ユニット（%、強い順）</translation>
    </message>
    <message>
        <source>unreadable: {digits:.0%} where digits lie, {chance:.0%} where chance draws</source>
        <translation>読めない割合：数字がある場所で{digits:.0%}、偶然に引くと{chance:.0%}</translation>
    </message>
    <message>
        <source>upper half</source>
        <translation>上半分</translation>
    </message>
    <message>
        <source>variety</source>
        <translation>多様さ</translation>
    </message>
    <message>
        <source>variety: {what}</source>
        <translation>多様さ：{what}</translation>
    </message>
    <message>
        <source>ventricular</source>
        <translation>心室性</translation>
    </message>
    <message>
        <source>ventricular beats</source>
        <translation>心室性の拍</translation>
    </message>
    <message>
        <source>waits for</source>
        <translation>待つインク</translation>
    </message>
    <message>
        <source>waits for: {what}</source>
        <translation>待っているもの：{what}</translation>
    </message>
    <message>
        <source>weight of the KL</source>
        <translation>KLの重み</translation>
    </message>
    <message>
        <source>what a pixel costs</source>
        <translation>画素の費用</translation>
    </message>
    <message>
        <source>what comes into the sigmoid</source>
        <translation>シグモイドに入る値</translation>
    </message>
    <message>
        <source>what the answer feels</source>
        <translation>答えに響くもの</translation>
    </message>
    <message>
        <source>what they are given</source>
        <translation>与えるもの</translation>
    </message>
    <message>
        <source>wider σ</source>
        <translation>σを広げる</translation>
    </message>
    <message>
        <source>width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>with drawn digits</source>
        <translation>描いた数字も使う</translation>
    </message>
    <message>
        <source>with the digit {y} given to encoder and decoder</source>
        <translation>数字 {y} はエンコーダとデコーダに与えられる</translation>
    </message>
    <message>
        <source>your beat</source>
        <translation>あなたの拍</translation>
    </message>
    <message>
        <source>your digit</source>
        <translation>あなたの数字</translation>
    </message>
    <message>
        <source>yours: {what}</source>
        <translation>自作：{what}</translation>
    </message>
    <message>
        <source>z = ({x:+.1f}, {y:+.1f}); judge: a {best}, sure to {sure:.2f}</source>
        <translation>z = ({x:+.1f}, {y:+.1f})、判定器：{best}（確信{sure:.2f}）</translation>
    </message>
    <message>
        <source>z = ({x:+.1f}, {y:+.1f}); judge: unsure ({best} at {sure:.2f})</source>
        <translation>z = ({x:+.1f}, {y:+.1f})、判定器：読めない（{best}が{sure:.2f}）</translation>
    </message>
    <message>
        <source>z{first} and z{last} carry nothing at present: moving along them changes no digit.</source>
        <translation>z{first}とz{last}は今のところ何も運んでいません。動かしても数字は変わりません。</translation>
    </message>
    <message>
        <source>z{first} carries nothing at present: moving along it changes no digit.</source>
        <translation>z{first}は今のところ何も運んでいません。動かしても数字は変わりません。</translation>
    </message>
    <message>
        <source>z₁ to the right, z₂ upwards</source>
        <translation>z₁は右、z₂は上</translation>
    </message>
    <message>
        <source>{code:.1f} nats in the code, {pixels:.1f} left to the pixels</source>
        <translation>コードに{code:.1f} nat、画素に残るのは{pixels:.1f} nat</translation>
    </message>
    <message>
        <source>{code} decode{of}</source>
        <translation>{code} デコード{of}</translation>
    </message>
    <message>
        <source>{conditional:.1f} of 10 on the map of the one that is told, {usual:.1f} on the usual one. By mere chance it would be 1.</source>
        <translation>教えられたものの地図では10個のうち{conditional:.1f}個、普通の地図では{usual:.1f}個です。ただの偶然なら1個です。</translation>
    </message>
    <message>
        <source>{count} digits</source>
        <translation>数字{count}個</translation>
    </message>
    <message>
        <source>{count} numbers</source>
        <translation>{count}個の数</translation>
    </message>
    <message>
        <source>{digits} test digits, {missing} missing. MSE: as it is {masked:.3f}, denoising net {denoising:.3f}, mean {mean:.3f}. Answers lie {spread:.2f} apart and are {error:.2f} off.</source>
        <translation>テスト用の数字{digits}個、{missing}が欠けた場合。MSE：そのまま{masked:.3f}、ノイズ除去ネット{denoising:.3f}、平均{mean:.3f}。答えどうしの違いは{spread:.2f}、正解との違いは{error:.2f}です。</translation>
    </message>
    <message>
        <source>{digits} test digits, {missing} missing. MSE: as it is {masked:.3f}, denoising net {denoising:.3f}, mean {mean:.3f}. Answers lie {spread:.2f} apart and are {error:.2f} off: too sure.</source>
        <translation>テスト用の数字{digits}個、{missing}が欠けた場合。MSE：そのまま{masked:.3f}、ノイズ除去ネット{denoising:.3f}、平均{mean:.3f}。答えどうしの違いは{spread:.2f}、正解との違いは{error:.2f}で、自信がありすぎます。</translation>
    </message>
    <message>
        <source>{digit} {value:.2f}, here {here:.2f}</source>
        <translation>{digit} {value:.2f}、ここ {here:.2f}</translation>
    </message>
    <message>
        <source>{digit}s</source>
        <translation>{digit}</translation>
    </message>
    <message>
        <source>{done} of {steps} done, {went} as predicted · {minutes} minutes</source>
        <translation>{steps}中{done}ステップ済み、{went}が予想どおり · {minutes}分</translation>
    </message>
    <message>
        <source>{done} of {steps} steps done, {went} as predicted</source>
        <translation>{steps}中{done}ステップ済み、{went}が予想どおり</translation>
    </message>
    <message>
        <source>{done} of {steps} steps done, {went} went as predicted.</source>
        <translation>{steps}中{done}ステップ済み、そのうち{went}が予想どおりでした。</translation>
    </message>
    <message>
        <source>{drawn}, {f}: the encoder</source>
        <translation>{drawn}、{f}：エンコーダ</translation>
    </message>
    <message>
        <source>{drawn}; {one}: the ELBO</source>
        <translation>{drawn}、{one}：ELBO</translation>
    </message>
    <message>
        <source>{draws} codes asked of {codes}.</source>
        <translation>{codes}個のうち{draws}個のコードに尋ねました。</translation>
    </message>
    <message>
        <source>{guess}, {state} the last of an LSTM of 50 units over {span}</source>
        <translation>{guess}、{state} は50ユニットのLSTMに {span} を与えたときの最後の値</translation>
    </message>
    <message>
        <source>{kind}, says the record.</source>
        <translation>記録によれば、{kind}です。</translation>
    </message>
    <message>
        <source>{labels} labels</source>
        <translation>ラベル{labels}個</translation>
    </message>
    <message>
        <source>{labels} labels: {figures}</source>
        <translation>ラベル{labels}個：{figures}</translation>
    </message>
    <message>
        <source>{lag} steps</source>
        <translation>{lag}ステップ</translation>
    </message>
    <message>
        <source>{layers} and back</source>
        <translation>{layers}、そして逆順に戻る</translation>
    </message>
    <message>
        <source>{layers} layers</source>
        <translation>{layers}層</translation>
    </message>
    <message>
        <source>{layers}, ReLU, sigmoid</source>
        <translation>{layers}、ReLU、シグモイド</translation>
    </message>
    <message>
        <source>{layer}: {said}.</source>
        <translation>{layer}：{said}。</translation>
    </message>
    <message>
        <source>{letter} bar</source>
        <translation>{letter}バー</translation>
    </message>
    <message>
        <source>{letter} hat</source>
        <translation>{letter}ハット</translation>
    </message>
    <message>
        <source>{letter} tilde</source>
        <translation>{letter}チルダ</translation>
    </message>
    <message>
        <source>{level:g}: spoilt</source>
        <translation>{level:g}：汚した</translation>
    </message>
    <message>
        <source>{maps} maps</source>
        <translation>マップ{maps}枚</translation>
    </message>
    <message>
        <source>{model} keeps {count} and loses {times:.1f} times as much: what a code must do besides costs it.</source>
        <translation>{model}は{count}個を残しますが、失うものは{times:.1f}倍です。コードがほかにもしなければならないことの代償です。</translation>
    </message>
    <message>
        <source>{name} against {along}</source>
        <translation>{along}に対する{name}</translation>
    </message>
    <message>
        <source>{name} is no lesson: {error}.</source>
        <translation>{name}はレッスンではありません：{error}。</translation>
    </message>
    <message>
        <source>{name}, against {along}</source>
        <translation>{name}（横軸：{along}）</translation>
    </message>
    <message>
        <source>{network} ({numbers} numbers) {error:.4f}</source>
        <translation>{network}（{numbers}個の数）{error:.4f}</translation>
    </message>
    <message>
        <source>{network}: mean squared error {error:.4f}</source>
        <translation>{network}：平均二乗誤差 {error:.4f}</translation>
    </message>
    <message>
        <source>{network}: the first layer is told {times} times stronger than the last.</source>
        <translation>{network}：最初の層に伝わる量は、最後の層の{times}倍です。</translation>
    </message>
    <message>
        <source>{network}: the first layer is told {times} times weaker than the last.</source>
        <translation>{network}：最初の層に伝わる量は、最後の層の{times}分の1です。</translation>
    </message>
    <message>
        <source>{network}: {on} of {units} units on</source>
        <translation>{network}：{units}個中{on}個のユニットが働いています</translation>
    </message>
    <message>
        <source>{noisy}: {x} spoilt by noise of level 0.5</source>
        <translation>{noisy}：{x} を強さ0.5のノイズで汚したもの</translation>
    </message>
    <message>
        <source>{noisy}: {x} with noise</source>
        <translation>{noisy}：{x} にノイズを加えたもの</translation>
    </message>
    <message>
        <source>{noisy}: {x}; of a denoising model, {x} with noise</source>
        <translation>{noisy}：{x}。ノイズ除去のモデルでは {x} にノイズを加えたもの</translation>
    </message>
    <message>
        <source>{pairs}: pairs alike in both, {chance}: by chance, {most}: at most</source>
        <translation>{pairs}：どちらでも同じ組になる対の数、{chance}：偶然の値、{most}：最大の値</translation>
    </message>
    <message>
        <source>{path} could not be written ({why}).</source>
        <translation>{path}に書き込めませんでした（{why}）。</translation>
    </message>
    <message>
        <source>{path} has an unusable card: {error}</source>
        <translation>{path}のカードが使えません：{error}</translation>
    </message>
    <message>
        <source>{path} has counted nothing of {name!r} for {kind!r}.</source>
        <translation>{path}は{kind!r}の{name!r}を何も数えていません。</translation>
    </message>
    <message>
        <source>{path} has errors of {name} that are not finite.</source>
        <translation>{path}にある{name}の誤差が有限の数ではありません。</translation>
    </message>
    <message>
        <source>{path} has no codes of {name}.</source>
        <translation>{path}に{name}のコードがありません。</translation>
    </message>
    <message>
        <source>{path} has no counts of {name!r} for {kind!r}.</source>
        <translation>{path}に{kind!r}の{name!r}の集計がありません。</translation>
    </message>
    <message>
        <source>{path} has not the settings that this version&apos;s {name!r} has.</source>
        <translation>{path}には、この版の{name!r}の設定がありません。</translation>
    </message>
    <message>
        <source>{path} has not what the race of samplers needs ({error}).</source>
        <translation>{path}に、競走に必要なものがありません（{error}）。</translation>
    </message>
    <message>
        <source>{path} has unusable codes of {name}.</source>
        <translation>{path}にある{name}のコードが使えません。</translation>
    </message>
    <message>
        <source>{path} has unusable errors of {name}.</source>
        <translation>{path}にある{name}の誤差が使えません。</translation>
    </message>
    <message>
        <source>{path} has weights as {found!r}, but this version reads {wanted!r}.</source>
        <translation>{path}の重みの形式は{found!r}ですが、この版が読むのは{wanted!r}です。</translation>
    </message>
    <message>
        <source>{path} holds {found!r}, not the digit model {name!r}.</source>
        <translation>{path}の中身は{found!r}で、数字モデル{name!r}ではありません。</translation>
    </message>
    <message>
        <source>{path} is larger than it can be ({most} MB).</source>
        <translation>{path}が大きすぎます（上限{most} MB）。</translation>
    </message>
    <message>
        <source>{path} is not a readable safetensors file ({error}).</source>
        <translation>{path}は読み取れるsafetensorsファイルではありません（{error}）。</translation>
    </message>
    <message>
        <source>{path} says of nothing how well it is found.</source>
        <translation>{path}に、どれだけ見つかるかが何も書かれていません。</translation>
    </message>
    <message>
        <source>{plain:.0f} % of the plain one&apos;s codes, and {clouds:.0f} % of the VAE&apos;s.</source>
        <translation>普通の方のコードの{plain:.0f} %、VAEのコードの{clouds:.0f} %です。</translation>
    </message>
    <message>
        <source>{plain}; {other}.</source>
        <translation>{plain}。{other}。</translation>
    </message>
    <message>
        <source>{prior}: noise through an autoregressive flow</source>
        <translation>{prior}：自己回帰フローに通したノイズ</translation>
    </message>
    <message>
        <source>{product}, one factor for each layer above</source>
        <translation>{product}、上の層ごとに因子が一つ</translation>
    </message>
    <message>
        <source>{reach} rows, bound of {codes} codes: {measured:.2f} measured, {published} published</source>
        <translation>{reach}行、{codes}個のコードによる下界：実測{measured:.2f}、文献値{published}</translation>
    </message>
    <message>
        <source>{seen} pixels above and to the left</source>
        <translation>上と左の{seen}画素</translation>
    </message>
    <message>
        <source>{seen}: the pixels seen from pixel {i}</source>
        <translation>{seen}：画素 {i} から見える画素</translation>
    </message>
    <message>
        <source>{slope}: so the error reaches the encoder</source>
        <translation>{slope}：こうして誤差がエンコーダに届く</translation>
    </message>
    <message>
        <source>{steps} steps</source>
        <translation>{steps}ステップ</translation>
    </message>
    <message>
        <source>{steps} steps · {minutes} minutes</source>
        <translation>{steps}ステップ · {minutes}分</translation>
    </message>
    <message>
        <source>{step} decode{code}</source>
        <translation>{step} デコード{code}</translation>
    </message>
    <message>
        <source>{times:.1f} times this patient&apos;s usual; lands {far:.1f} from the usual place</source>
        <translation>この患者の普段の{times:.1f}倍、普段の場所から{far:.1f}離れて落ちます</translation>
    </message>
    <message>
        <source>{time} s from R, height {height}</source>
        <translation>Rから {time} s、高さ {height}</translation>
    </message>
    <message>
        <source>{title}: bright where the judge is sure</source>
        <translation>{title}：判定器に確信があるところが明るい</translation>
    </message>
    <message>
        <source>{title}: difference to the input</source>
        <translation>{title}：入力との差</translation>
    </message>
    <message>
        <source>{title}: drawn by chance, {i}</source>
        <translation>{title}：偶然に引いたもの、{i}</translation>
    </message>
    <message>
        <source>{title}: reconstruction</source>
        <translation>{title}：再構成</translation>
    </message>
    <message>
        <source>{title}: show where real digits lie</source>
        <translation>{title}：本物の数字の場所を表示</translation>
    </message>
    <message>
        <source>{title}: the digit at the cursor</source>
        <translation>{title}：カーソルの位置の数字</translation>
    </message>
    <message>
        <source>{t} of {steps} steps of noise are left. The judge reads the upper row as {read}.</source>
        <translation>{steps}ステップ中{t}ステップのノイズが残っています。上の行の判定器の読みは{read}です。</translation>
    </message>
    <message>
        <source>{units} units</source>
        <translation>ユニット{units}個</translation>
    </message>
    <message>
        <source>{unseen}, never seen</source>
        <translation>{unseen}（初めて見る）</translation>
    </message>
    <message>
        <source>{wanted}, {firing}: mean activation of unit {unit}</source>
        <translation>{wanted}、{firing}：ユニット {unit} の活動の平均</translation>
    </message>
    <message>
        <source>{way} Dotted: {seeds} other starts, red plain RNNs, green LSTMs.</source>
        <translation>{way} 点線：別の{seeds}通りの出発点（赤は普通のRNN、緑はLSTM）。</translation>
    </message>
    <message>
        <source>{work} stopped: {why}</source>
        <translation>{work}が停止しました：{why}</translation>
    </message>
    <message>
        <source>{w}: the 32 greatest eigenvectors of the covariance</source>
        <translation>{w}：共分散の大きいほうから32個の固有ベクトル</translation>
    </message>
    <message>
        <source>{x} (beat {minus} mean) / size, which lands at {cloud}</source>
        <translation>{x} （拍 {minus} 平均）/ 大きさ、{cloud} に落ちる</translation>
    </message>
    <message>
        <source>β {beta:g}, {epochs:.1f} epochs</source>
        <translation>β {beta:g}、{epochs:.1f}エポック</translation>
    </message>
    <message>
        <source>β × KL, nats per image</source>
        <translation>β × KL（1枚あたりnat）</translation>
    </message>
    <message>
        <source>σ is {share:.1f} % of the map&apos;s width. The judge reads a &lt;b&gt;{digit}&lt;/b&gt; at μ, and the same digit in &lt;b&gt;{same} of 1&lt;/b&gt; draw.</source>
        <translation>σは地図の幅の{share:.1f} %です。判定器はμを&lt;b&gt;{digit}&lt;/b&gt;と読み、引いた&lt;b&gt;1個のうち{same}個&lt;/b&gt;も同じ数字と読みます。</translation>
    </message>
    <message>
        <source>σ is {share:.1f} % of the map&apos;s width. The judge reads a &lt;b&gt;{digit}&lt;/b&gt; at μ, and the same digit in &lt;b&gt;{same} of {draws}&lt;/b&gt; draws.</source>
        <translation>σは地図の幅の{share:.1f} %です。判定器はμを&lt;b&gt;{digit}&lt;/b&gt;と読み、引いた&lt;b&gt;{draws}個のうち{same}個&lt;/b&gt;も同じ数字と読みます。</translation>
    </message>
    <message>
        <source>…or a real one</source>
        <translation>…または本物の数字</translation>
    </message>
    <message>
        <source>…or an example digit</source>
        <translation>…または例の数字</translation>
    </message>
    <message>
        <source>← familiar</source>
        <translation>← 見慣れた</translation>
    </message>
    <message>
        <source>−log p(x) in nats, less is better</source>
        <translation>−log p(x)（nat）、小さいほど良い</translation>
    </message>
    <message>
        <source>▶ slide</source>
        <translation>▶ 動かす</translation>
    </message>
    <message>
        <source>❚❚ stop</source>
        <translation>❚❚ 停止</translation>
    </message>
</context>
</TS>
