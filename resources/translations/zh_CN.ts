<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Version {version}, MIT licence.</source>
        <translation>版本 {version}，MIT 许可。</translation>
    </message>
    <message>
        <source>It signs off what the office itself issues. It has no step that vets, holds back or takes down an outlet&apos;s own reporting, and it scores nobody&apos;s text.</source>
        <translation>本程序只用于签发本办自己印发的文稿，不设审查、压下或撤下媒体自行报道的环节，也不给任何人的文字打分。</translation>
    </message>
    <message>
        <source>Icons: Fluent System Icons, MIT. Windows: Qt for Python, LGPL.</source>
        <translation>图标：Fluent System Icons（MIT）。界面：Qt for Python（LGPL）。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>AccountsDialog</name>
    <message>
        <source>People and accounts</source>
        <translation>人员和账号</translation>
    </message>
    <message>
        <source>Accounts are disabled, never deleted. What was signed keeps the name and post of its day.</source>
        <translation>账号只停用，不删除。签过的文稿保留当天的姓名和职务。</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有人员</translation>
    </message>
    <message>
        <source>People are added here.</source>
        <translation>在这里添加人员。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>重设密码…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation>更换恢复码…</translation>
    </message>
    <message>
        <source>Who may do what…</source>
        <translation>职责与权限…</translation>
    </message>
    <message>
        <source>Disable the account of {name}? He can no longer sign in; everything done with it stays.</source>
        <translation>停用{name}的账号？停用后不能再登录，以前办的事都保留。</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>不停用</translation>
    </message>
    <message>
        <source>Make a new recovery code? The one that was printed before is of no use afterwards.</source>
        <translation>更换恢复码？以前打印的恢复码随即作废。</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>不更换</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{state} until {when}</source>
        <translation>{state}，到 {when}</translation>
    </message>
    <message>
        <source>Anybody can sign in, and sign, as anybody else. Begin with your own: the menu File, My password.</source>
        <translation>现在谁都可以用别人的名义登录和签批。请先给自己设一个：菜单“文件”里的“我的密码”。</translation>
    </message>
    <message>
        <source>No administrator has a password yet</source>
        <translation>管理员还没有密码</translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>If the administrators forget their passwords, there is no way back.</source>
        <translation>管理员如果忘记密码，就没有办法恢复。</translation>
    </message>
    <message>
        <source>There is no recovery code</source>
        <translation>没有恢复码</translation>
    </message>
</context>
<context>
    <name>ActivitiesView</name>
    <message>
        <source>Without evidence</source>
        <translation>缺证据</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Other activities</source>
        <translation>其他活动</translation>
    </message>
    <message>
        <source>Enter an activity</source>
        <translation>登记活动</translation>
    </message>
    <message>
        <source>All kinds {count}</source>
        <translation>全部种类 {count}</translation>
    </message>
    <message>
        <source>Messages, essays, quizzes, speeches, contests and whatever else is done for the campaign stand here, with people and evidence. Enter the first one of this period, or look at another period.</source>
        <translation>手机短信、闭路电视、征文、知识竞赛、演讲、评比等其他宣传活动登记在这里，连同人数和证据。请登记这段时间的第一场，或换一段时间查看。</translation>
    </message>
    <message>
        <source>No activity is entered</source>
        <translation>没有登记活动</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>No file is kept yet.</source>
        <translation>还没有留存文件。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>Enter an activity</source>
        <translation>登记活动</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Edit the activity</source>
        <translation>修改活动</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>The list is kept under Roster, Lists.</source>
        <translation>种类在“媒体名册 › 列表”中维护。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动名称</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>How many took part or were reached; empty where nobody counted.</source>
        <translation>参加或覆盖人数；没有统计的留空。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ActivityKeeper</name>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Save a copy into</source>
        <translation>另存到</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写出：{path}</translation>
    </message>
    <message>
        <source>Keeping files…</source>
        <translation>正在留存文件…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Agreed</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回修改</translation>
    </message>
    <message>
        <source>Issuing…</source>
        <translation>正在印发…</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已印发</translation>
    </message>
    <message>
        <source>{done}: {title}</source>
        <translation>{done}：{title}</translation>
    </message>
    <message>
        <source>No longer claimed</source>
        <translation>已取消认领</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>已认领</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已补审</translation>
    </message>
    <message>
        <source>Chased</source>
        <translation>已催办</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>已弃稿</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Discard “{title}”</source>
        <translation>弃稿：{title}</translation>
    </message>
</context>
<context>
    <name>ActsDialog</name>
    <message>
        <source>Acts of this sitting</source>
        <translation>本次操作</translation>
    </message>
    <message>
        <source>Undo up to here</source>
        <translation>撤销到这里</translation>
    </message>
    <message>
        <source>Redo up to here</source>
        <translation>重做到这里</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>还没有操作</translation>
    </message>
    <message>
        <source>an act that was not taken back</source>
        <translation>一项没有撤销的操作</translation>
    </message>
    <message>
        <source>an act that was taken back</source>
        <translation>一项已撤销的操作</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What is done from now on stands here under its name.</source>
        <translation>今后的每一步操作都会按名称列在这里。</translation>
    </message>
    <message>
        <source>Acts can be taken back here until the window is closed. After that, what was removed lies in the trash, an import is taken back in the list of imports, and the record of changes tells what a row was before.</source>
        <translation>关闭窗口之前，可以在这里撤销。之后，移除的内容在回收站里恢复，导入在“导入记录”里撤销，某一条原来的样子见它的“变更记录”。</translation>
    </message>
</context>
<context>
    <name>AdmittedDialog</name>
    <message>
        <source>The office is on the server</source>
        <translation>数据已迁到服务器</translation>
    </message>
    <message>
        <source>Password of the server</source>
        <translation>服务器密码</translation>
    </message>
    <message>
        <source>Everybody connects with his login and this password to {server}. The passwords are shown this once; a forgotten one is replaced with: xcdesk-cli server password LOGIN. The file that was used until now is a backup; do not go on working in it.</source>
        <translation>请各位用登录名和下面的密码连接 {server}。密码只显示这一次；忘记了用 xcdesk-cli server password 登录名 重设。原来的文件留作备份，请不要再在里面工作。</translation>
    </message>
</context>
<context>
    <name>AdvertForm</name>
    <message>
        <source>Plan an advertisement</source>
        <translation>列入广告计划</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>列入计划</translation>
    </message>
    <message>
        <source>Edit the plan</source>
        <translation>修改计划</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>版面（时段）</translation>
    </message>
    <message>
        <source>Page or time of day, as agreed with the outlet.</source>
        <translation>与媒体商定的版面或播出时段。</translation>
    </message>
    <message>
        <source>Times a week</source>
        <translation>每周次数</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Advertisement texts that were signed off in Approvals.</source>
        <translation>“审签”中已签发的公益广告文稿。</translation>
    </message>
    <message>
        <source>Text signed off</source>
        <translation>已签发文稿</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The report line that the text must carry.</source>
        <translation>文本中必须刊出的举报电话。</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>举报电话</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>none: the text stands below</source>
        <translation>无：文本写在下面</translation>
    </message>
</context>
<context>
    <name>AdvertKeeper</name>
    <message>
        <source>Reports of the period</source>
        <translation>查看刊播记录</translation>
    </message>
    <message>
        <source>Copy reminder to all</source>
        <translation>复制催刊文字</translation>
    </message>
    <message>
        <source>Call and log</source>
        <translation>打电话并登记</translation>
    </message>
    <message>
        <source>The reminder is on the clipboard; paste it into a message.</source>
        <translation>催刊文字已复制，可粘贴到短信或微信。</translation>
    </message>
    <message>
        <source>an outlet that runs short of the plan</source>
        <translation>未按计划刊播的媒体</translation>
    </message>
</context>
<context>
    <name>AdvertsView</name>
    <message>
        <source>Short of plan</source>
        <translation>未达计划</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>Advertisement plan</source>
        <translation>公益广告计划</translation>
    </message>
    <message>
        <source>Plan an advertisement</source>
        <translation>列入广告计划</translation>
    </message>
    <message>
        <source>What each outlet is to run, in which slot and how often a week, stands here beside what ran. Plan the first advertisement of this period, or look at another period.</source>
        <translation>各媒体在哪个版面（时段）、每周刊播几次公益广告，与实际刊播情况对照列在这里。请列入这段时间的第一条计划，或换一段时间查看。</translation>
    </message>
    <message>
        <source>No advertisement is planned</source>
        <translation>没有公益广告计划</translation>
    </message>
    <message>
        <source>{outlet} week by week</source>
        <translation>{outlet}逐周刊播</translation>
    </message>
    <message>
        <source>{week}: {ran} of {planned}</source>
        <translation>{week}：{ran} / {planned} 次</translation>
    </message>
</context>
<context>
    <name>AmendForm</name>
    <message>
        <source>Correct the private details of {number}</source>
        <translation>更正{number}的个人信息</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>What stays empty is kept as it is. What is kept is not shown here.</source>
        <translation>不填的各栏保持原样；已登记的内容不在这里显示。</translation>
    </message>
    <message>
        <source>Petitioner</source>
        <translation>来件人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>个人信息备注</translation>
    </message>
    <message>
        <source>Your name, this reason and which details changed stay in the history; not the details.</source>
        <translation>办理记录里会留下您的姓名、这条理由和更正了哪几项，不留具体内容。</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Filter: title, people</source>
        <translation>筛选：标题、人员</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审签</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>起草文稿</translation>
    </message>
    <message>
        <source>What the office issues is drafted here, submitted, signed off by a second person and issued. Bulletins that are submitted come here too.</source>
        <translation>本办印发的文稿在这里起草、送审，由另一位同志签发后印发。内参、通报送审后也在这里。</translation>
    </message>
    <message>
        <source>No material yet</source>
        <translation>还没有文稿</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>已保存：{title}</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>Styles in the editor</source>
        <translation>编辑器里的样式</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Look inside…</source>
        <translation>查看内容…</translation>
    </message>
    <message>
        <source>Go back to it…</source>
        <translation>回到这一份…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Copy outside</source>
        <translation>复制出去</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次核验</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>演练还原</translation>
    </message>
    <message>
        <source>Second folder…</source>
        <translation>第二位置…</translation>
    </message>
    <message>
        <source>No second folder</source>
        <translation>不用第二位置</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Backed up and checked, {rows}</source>
        <translation>已备份并核验，{rows}</translation>
    </message>
    <message>
        <source>Reading the backup…</source>
        <translation>正在读取备份…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核验…</translation>
    </message>
    <message>
        <source>The backup is whole, {rows}</source>
        <translation>备份完好，{rows}</translation>
    </message>
    <message>
        <source>Copying outside…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Copied to {folder} and read back</source>
        <translation>已复制到 {folder}，读回一致</translation>
    </message>
    <message>
        <source>Restoring into a scratch file…</source>
        <translation>正在还原到临时文件…</translation>
    </message>
    <message>
        <source>Restored whole: {rows}; the scratch file is gone</source>
        <translation>演练还原完好：{rows}，临时文件已删除</translation>
    </message>
    <message>
        <source>Folder on a stick or a share</source>
        <translation>选择 U 盘或共享上的文件夹</translation>
    </message>
    <message>
        <source>The office goes on from {when} in a new file. What was entered since then stays in {name}, which is kept beside it, and in a backup that is taken now. The window is opened anew.</source>
        <translation>将从{when}的备份生成新文件接着工作。此后录入的内容仍保存在原来的文件 {name} 里，并会先再备份一次，都不会丢。窗口会重新打开。</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>回到这一份</translation>
    </message>
    <message>
        <source>Stay with the present data</source>
        <translation>继续用现在的数据</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>正在还原…</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>For</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Of another office</source>
        <translation>别的办公室的</translation>
    </message>
    <message>
        <source>Passed, encrypted</source>
        <translation>通过，已加密</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Second folder</source>
        <translation>第二位置</translation>
    </message>
    <message>
        <source>Here and in the second folder</source>
        <translation>本机和第二位置</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Encryption…</source>
        <translation>加密…</translation>
    </message>
    <message>
        <source>Single records…</source>
        <translation>找回单条…</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>{name} returned it</source>
        <translation>{name}退回修改</translation>
    </message>
    <message>
        <source>It was issued before it was checked. {owner} owes the check until {day}.</source>
        <translation>先印发、后补审。由{owner}在{day}前补审。</translation>
    </message>
    <message>
        <source>The check is still owed</source>
        <translation>还没有补审</translation>
    </message>
    <message>
        <source>A correction takes its place</source>
        <translation>已有更正稿代替它</translation>
    </message>
    <message>
        <source>This corrects what was issued before</source>
        <translation>这是更正稿，更正的是</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Changed since it was signed off: {count} line(s)</source>
        <translation>签发后有改动：{count} 行</translation>
    </message>
    <message>
        <source>The sign-off of revision {revision} no longer holds; the text is reviewed again.</source>
        <translation>对第 {revision} 版的签发不再算数，现在的文字要重新审签。</translation>
    </message>
    <message>
        <source>See the changes</source>
        <translation>查看改动</translation>
    </message>
    <message>
        <source>{asker} asked {person}: {question}</source>
        <translation>{asker}征求{person}的意见：{question}</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>还没有答复</translation>
    </message>
    <message>
        <source>Why is “{verb}” grey?</source>
        <translation>为什么“{verb}”点不了？</translation>
    </message>
    <message>
        <source>Void: {number}</source>
        <translation>已作废：{number}</translation>
    </message>
    <message>
        <source>Not to be issued</source>
        <translation>不再印发</translation>
    </message>
    <message>
        <source>Issued on {day}, {count} page(s).</source>
        <translation>{day}印发，共 {count} 页。</translation>
    </message>
    <message>
        <source>{series} {number}</source>
        <translation>{series}{number}</translation>
    </message>
    <message>
        <source>Asked outside: {count}, answered: {answered}</source>
        <translation>对外征求意见 {count} 份，已反馈 {answered} 份</translation>
    </message>
    <message>
        <source>{number} {who} answered: {words}</source>
        <translation>{number}&#x3000;{who}答复：{words}</translation>
    </message>
    <message>
        <source>{number} {who}: no answer yet</source>
        <translation>{number}&#x3000;{who}：待反馈</translation>
    </message>
    <message>
        <source>{number} {who}: awaited until {day}</source>
        <translation>{number}&#x3000;{who}：请于{day}前反馈</translation>
    </message>
    <message>
        <source>no opinion on the whole</source>
        <translation>没有填总体意见</translation>
    </message>
</context>
<context>
    <name>BlockPreview</name>
    <message>
        <source>Cells</source>
        <translation>格子</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>没有写入</translation>
    </message>
    <message>
        <source>{count} cells will change.</source>
        <translation>将改动 {count} 格。</translation>
    </message>
    <message>
        <source>{count} stay as they are.</source>
        <translation>{count} 格不变。</translation>
    </message>
    <message>
        <source>{count} cannot be written and are left out.</source>
        <translation>{count} 格不能写入，将跳过。</translation>
    </message>
    <message>
        <source>Write {count} cells</source>
        <translation>写入 {count} 格</translation>
    </message>
</context>
<context>
    <name>BulletinOutput</name>
    <message>
        <source>Written: {path}</source>
        <translation>已写出：{path}</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在排版</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>仍要导出</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Print all the same</source>
        <translation>仍要打印</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已送到打印机</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>没有写出</translation>
    </message>
</context>
<context>
    <name>BulletinVerbs</name>
    <message>
        <source>New issue</source>
        <translation>新一期</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Export Word…</source>
        <translation>导出 Word…</translation>
    </message>
    <message>
        <source>Export Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>Update the figures</source>
        <translation>更新数字</translation>
    </message>
    <message>
        <source>Rebuild from the contents</source>
        <translation>按目录重排</translation>
    </message>
    <message>
        <source>Open in approvals</source>
        <translation>到审签查看</translation>
    </message>
    <message>
        <source>Register…</source>
        <translation>登记簿…</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已开编</translation>
    </message>
    <message>
        <source>The figures are those of the log now</source>
        <translation>数字已与报道登记一致</translation>
    </message>
    <message>
        <source>Submitted: it waits in approvals</source>
        <translation>已送审，在审签页等候办理</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>查看提示</translation>
    </message>
    <message>
        <source>Pieces and sections</source>
        <translation>稿件和栏目</translation>
    </message>
    <message>
        <source>Write and insert</source>
        <translation>撰写和插入</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>备选稿</translation>
    </message>
    <message>
        <source>Page on screen</source>
        <translation>版面显示</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Width of the page</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Two pages</source>
        <translation>双页</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Page set-up…</source>
        <translation>版面设置…</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation>送审…</translation>
    </message>
</context>
<context>
    <name>BulletinsPage</name>
    <message>
        <source>Internal reference</source>
        <translation>内部参考</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>内参通报</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>增刊</translation>
    </message>
    <message>
        <source>Filter candidates</source>
        <translation>筛选备选稿</translation>
    </message>
    <message>
        <source>Daily brief</source>
        <translation>每日简报</translation>
    </message>
</context>
<context>
    <name>CalendarDialog</name>
    <message>
        <source>Year {year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Other days are as their weekday says. Deadlines of cases and returns, checks that are owed, Today and the working hours of texts follow this calendar.</source>
        <translation>未列出的日子按星期几算。督办和报送表的期限、补审期限、“今日”页和文稿等待的工时都按这份日历计算。</translation>
    </message>
    <message>
        <source>Set a day…</source>
        <translation>设定某一天…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>按国务院公布</translation>
    </message>
    <message>
        <source>No holiday is known of {year}</source>
        <translation>{year}年的节假日尚未公布</translation>
    </message>
    <message>
        <source>Until the State Council publishes it, weekdays are worked. The office can set days.</source>
        <translation>国务院公布之前按周一至周五上班计算；本办可以先自行设定。</translation>
    </message>
    <message>
        <source>The calendar of {year} is not published in this program</source>
        <translation>本程序尚无{year}年公布的放假安排</translation>
    </message>
    <message>
        <source>Deadlines in it are provisional: Monday to Friday count as working days.</source>
        <translation>该年的期限是暂定的：周一至周五按工作日计算。</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Works or off</source>
        <translation>上班或休息</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>由谁设定</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>works</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>the office</source>
        <translation>本办</translation>
    </message>
    <message>
        <source>State Council</source>
        <translation>国务院</translation>
    </message>
    <message>
        <source>a day that the office has set</source>
        <translation>本办设定过的日子</translation>
    </message>
    <message>
        <source>Working day {day}</source>
        <translation>工作日历{day}</translation>
    </message>
</context>
<context>
    <name>CallForm</name>
    <message>
        <source>Call {outlet}</source>
        <translation>给{outlet}打电话</translation>
    </message>
    <message>
        <source>Note the call</source>
        <translation>记下电话</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>联络员</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Spoke to</source>
        <translation>接电话的人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Calls before</source>
        <translation>此前的电话</translation>
    </message>
    <message>
        <source>No liaison is on the roster. Enter one on the roster page first.</source>
        <translation>名册里没有联络员。请先在媒体名册页登记。</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制号码</translation>
    </message>
    <message>
        <source>It has run: log it…</source>
        <translation>已刊播，登记报道…</translation>
    </message>
</context>
<context>
    <name>CaseActForm</name>
    <message>
        <source>{action}: {number}</source>
        <translation>{action}：{number}</translation>
    </message>
    <message>
        <source>To the unit</source>
        <translation>转给单位</translation>
    </message>
    <message>
        <source>Helped by</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>Units of the roster, with commas between</source>
        <translation>名册上的单位，用顿号隔开</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Look into it once more before it is closed</source>
        <translation>办结前再核查一次</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Blue shortly before the day due, yellow when it goes badly, red once it is overdue.</source>
        <translation>临近期限发蓝色，办理不力发黄色，逾期发红色。</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>督办单</translation>
    </message>
    <message>
        <source>choose what was said</source>
        <translation>请选回访结果</translation>
    </message>
    <message>
        <source>The petitioner</source>
        <translation>来件人</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>The clock runs since the first dispatch.</source>
        <translation>自首次交办起计时，不因退单停表。</translation>
    </message>
    <message>
        <source>{left} from today, by the office&apos;s calendar</source>
        <translation>从今日起还有 {left}，按本办日历计</translation>
    </message>
    <message>
        <source>Signed for by</source>
        <translation>签收人</translation>
    </message>
    <message>
        <source>Spoken to</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Number or words of the title</source>
        <translation>编号或标题里的字</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Similar cases are shown first.</source>
        <translation>先列出相近的事项。</translation>
    </message>
    <message>
        <source>Words of the title</source>
        <translation>标题里的字</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报道</translation>
    </message>
    <message>
        <source>Reports of the unit are shown first.</source>
        <translation>先列出涉及该单位的报道。</translation>
    </message>
    <message>
        <source>A text of the kind “finding made public”, from the approval queue.</source>
        <translation>审签里类别为“督查发现公布稿”的文稿。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文稿</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>申辩</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>可以不填</translation>
    </message>
    <message>
        <source>Pictures, documents, screenshots that show it</source>
        <translation>能说明情况的照片、文件、截图</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
</context>
<context>
    <name>CaseBoard</name>
    <message>
        <source>To dispatch</source>
        <translation>立项待交办</translation>
    </message>
    <message>
        <source>To sign for</source>
        <translation>已交办待签收</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>已反馈待核查</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结销号</translation>
    </message>
</context>
<context>
    <name>CaseFilters</name>
    <message>
        <source>Any unit</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>For a leader</source>
        <translation>待领导定</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Register a case</source>
        <translation>登记督办事项</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Edit {number}</source>
        <translation>编辑 {number}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A leader dispatches and closes it</source>
        <translation>由领导交办、办结</translation>
    </message>
    <message>
        <source>on the day</source>
        <translation>采访日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>A unit of the roster; its work is the subject.</source>
        <translation>名册上的单位；督办的是它的工作。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>事项内容</translation>
    </message>
    <message>
        <source>Promise, word for word</source>
        <translation>承诺原文</translation>
    </message>
    <message>
        <source>Promised until</source>
        <translation>兑现期限</translation>
    </message>
    <message>
        <source>Interviewed</source>
        <translation>采访</translation>
    </message>
    <message>
        <source>Encrypted; not in lists, exports or prints. Do not repeat it in title or text.</source>
        <translation>加密保存，不进列表、导出和打印。标题、内容里不要再写。</translation>
    </message>
    <message>
        <source>Petitioner</source>
        <translation>来件人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>保密备注</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
</context>
<context>
    <name>CaseKeyForm</name>
    <message>
        <source>Restore the key of private details</source>
        <translation>恢复个人信息密钥</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Make the key of private details</source>
        <translation>生成个人信息密钥</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>生成密钥</translation>
    </message>
    <message>
        <source>As it stands on the printed page; capitals do not matter.</source>
        <translation>照打印的那一页填写，字母大小写不限。</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Names and telephones of petitioners are encrypted with it. The recovery key is shown once, right after this.</source>
        <translation>来件人的姓名、电话用它加密。恢复密钥随后显示一次，请打印后密封保管。</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存在</translation>
    </message>
    <message>
        <source>Without it nobody can read private details on another machine. It is shown this once: print the page, seal it and lock it away.</source>
        <translation>没有它，别的电脑看不了来件人信息。它只显示这一次：请打印这一页，密封后锁好。</translation>
    </message>
    <message>
        <source>Recovery key of private details</source>
        <translation>个人信息恢复密钥</translation>
    </message>
</context>
<context>
    <name>CaseListPreview</name>
    <message>
        <source>Rows</source>
        <translation>各行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>各列</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>清单各行</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>按文件</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>This file is the same as {name}, which stands in the queue.</source>
        <translation>这个文件与队列中的“{name}”相同。</translation>
    </message>
    <message>
        <source>This very file was imported on {day}.</source>
        <translation>这个文件已于 {day} 导入过。</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Heading row</source>
        <translation>表头行</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”: heading in row</source>
        <translation>工作表“{sheet}”，表头所在行</translation>
    </message>
    <message>
        <source>Column {name}</source>
        <translation>“{name}”列</translation>
    </message>
    <message>
        <source>Unit {name}</source>
        <translation>单位：{name}</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>年份：{year}</translation>
    </message>
    <message>
        <source>Heading in row {row}</source>
        <translation>表头在第{row}行</translation>
    </message>
    <message>
        <source>Column {column}: {field}</source>
        <translation>“{column}”列：{field}</translation>
    </message>
</context>
<context>
    <name>CaseMany</name>
    <message>
        <source>{action} many…</source>
        <translation>批量{action}…</translation>
    </message>
    <message>
        <source>Print the sheets of many</source>
        <translation>批量打印单据</translation>
    </message>
    <message>
        <source>Answer forms for departments…</source>
        <translation>发部门答复表…</translation>
    </message>
    <message>
        <source>Import a list or answers…</source>
        <translation>导入清单或答复…</translation>
    </message>
    <message>
        <source>Many at once</source>
        <translation>批量办理</translation>
    </message>
    <message>
        <source>Folder for the answer forms</source>
        <translation>答复表存放位置</translation>
    </message>
    <message>
        <source>Making answer forms</source>
        <translation>正在生成答复表</translation>
    </message>
    <message>
        <source>{action}: {count} done</source>
        <translation>{action}：已办 {count}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Print the {count} slips</source>
        <translation>打印这 {count} 张交办单</translation>
    </message>
    <message>
        <source>Sheets of {count}</source>
        <translation>{count}的单据</translation>
    </message>
    <message>
        <source>{count} made in {folder}</source>
        <translation>已在 {folder} 生成 {count}</translation>
    </message>
</context>
<context>
    <name>CaseManyDialog</name>
    <message>
        <source>{action}: many cases at once</source>
        <translation>批量{action}</translation>
    </message>
    <message>
        <source>as promised, or the usual days of the kind</source>
        <translation>按承诺期限，或该类事项的规定天数</translation>
    </message>
    <message>
        <source>after so many working days</source>
        <translation>交办后若干个工作日</translation>
    </message>
    <message>
        <source>all on one day</source>
        <translation>统一到某一天</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Signed for by</source>
        <translation>签收人</translation>
    </message>
    <message>
        <source>whoever signed for each</source>
        <translation>不填时为各件的签收人</translation>
    </message>
    <message>
        <source>Spoken to</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Space ticks the rows that are chosen.</source>
        <translation>空格键勾选或取消所选各行。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{action} {count}</source>
        <translation>{action} {count}</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Would be due on</source>
        <translation>交办后期限</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Goes, or why not</source>
        <translation>能否办理</translation>
    </message>
    <message>
        <source>goes</source>
        <translation>可以</translation>
    </message>
    <message>
        <source>{count} ticked</source>
        <translation>已勾选 {count}</translation>
    </message>
    <message>
        <source>{left} cannot go now, for the reasons in the list</source>
        <translation>{left}现在不能办，原因见列表</translation>
    </message>
</context>
<context>
    <name>CasePapers</name>
    <message>
        <source>Print the latest sheet</source>
        <translation>打印最近的单子</translation>
    </message>
    <message>
        <source>Print the ledger of the month</source>
        <translation>打印本月台账</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Save a copy into</source>
        <translation>保存副本到</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>Print the whole case</source>
        <translation>打印事项登记单</translation>
    </message>
</context>
<context>
    <name>CaseRulesForm</name>
    <message>
        <source>Rules of follow-up</source>
        <translation>督办规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Erase the private details of {count}? {numbers}. Cases and their history stay; names and telephones cannot be brought back.</source>
        <translation>清除 {count}的个人信息？{numbers}。事项和办理经过保留；姓名、电话不能恢复。</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>不清除</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>By department</source>
        <translation>按承办单位</translation>
    </message>
    <message>
        <source>By day due</source>
        <translation>按期限</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>最近登记在前</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>督办事项</translation>
    </message>
    <message>
        <source>{count} cases</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>CaseUpkeep</name>
    <message>
        <source>Rules of follow-up…</source>
        <translation>督办规则…</translation>
    </message>
    <message>
        <source>Erase private details that are due…</source>
        <translation>清除到期的个人信息…</translation>
    </message>
    <message>
        <source>Rules saved</source>
        <translation>督办规则已保存</translation>
    </message>
    <message>
        <source>Private details erased</source>
        <translation>到期的个人信息已清除</translation>
    </message>
</context>
<context>
    <name>CaseViews</name>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>承诺墙</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
</context>
<context>
    <name>CellStrip</name>
    <message>
        <source>Copy number</source>
        <translation>复制号码</translation>
    </message>
    <message>
        <source>logged by {by}, {at}</source>
        <translation>{by}登记于 {at}</translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation>{time} 截稿</translation>
    </message>
    <message>
        <source>called {at}: {answer}</source>
        <translation>{at} 打过电话：{answer}</translation>
    </message>
    <message>
        <source>Liaison {person}</source>
        <translation>联络员 {person}</translation>
    </message>
    <message>
        <source>No liaison on the roster</source>
        <translation>名册里没有联络员</translation>
    </message>
</context>
<context>
    <name>ChangeMarks</name>
    <message>
        <source>{name} just now</source>
        <translation>{name} 刚改</translation>
    </message>
</context>
<context>
    <name>ChartsView</name>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>The next month</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>By {key}</source>
        <translation>按{key}</translation>
    </message>
    <message>
        <source>Nothing is logged in this month.</source>
        <translation>这个月还没有登记报道。</translation>
    </message>
    <message>
        <source>Tiers over {year}, placements</source>
        <translation>{year}年各月分层级（次）</translation>
    </message>
    <message>
        <source>Nothing is logged in this year.</source>
        <translation>这一年还没有登记报道。</translation>
    </message>
</context>
<context>
    <name>CheckForm</name>
    <message>
        <source>Correct and verify: {outlet}</source>
        <translation>更正并核实：{outlet}</translation>
    </message>
    <message>
        <source>Save and mark verified</source>
        <translation>保存并记为已核实</translation>
    </message>
    <message>
        <source>{role}: telephone</source>
        <translation>{role}电话</translation>
    </message>
</context>
<context>
    <name>CheckListDialog</name>
    <message>
        <source>Quarterly check of contacts</source>
        <translation>季度核实联系方式</translation>
    </message>
    <message>
        <source>Mark verified</source>
        <translation>记为已核实</translation>
    </message>
    <message>
        <source>Correct and verify…</source>
        <translation>更正并核实…</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>打印核实单…</translation>
    </message>
    <message>
        <source>{since} to {until}: {done} of {total} verified. Call, then press F8; F2 if a number is wrong.</source>
        <translation>{since}至{until}：已核实 {done} 家，共 {total} 家。打过电话按 F8；号码有误按 F2。</translation>
    </message>
    <message>
        <source>Outlets whose contacts the office keeps will stand here.</source>
        <translation>有联系人的媒体单位会列在这里。</translation>
    </message>
    <message>
        <source>Nothing to verify</source>
        <translation>没有要核实的</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>ChipField</name>
    <message>
        <source>{chip}: click or Backspace takes it away</source>
        <translation>{chip}：单击或按退格键去掉</translation>
    </message>
    <message>
        <source>Take away {chip}</source>
        <translation>去掉 {chip}</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>ColumnFilter</name>
    <message>
        <source>Filter of {column}</source>
        <translation>筛选“{column}”</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>CommentActs</name>
    <message>
        <source>Accepted</source>
        <translation>已采纳</translation>
    </message>
</context>
<context>
    <name>CommentsPane</name>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Comment on the passage chosen, or answer</source>
        <translation>选中正文后写批注，或写答复</translation>
    </message>
    <message>
        <source>Comment or answer</source>
        <translation>批注或答复</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>None yet. Choose a passage, write what is to be looked at, then Comment.</source>
        <translation>还没有批注。请选中一段正文，写明要看什么，再点“批注”。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>passage gone</source>
        <translation>原文已删</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>看原文</translation>
    </message>
    <message>
        <source>Show the passage {quote}</source>
        <translation>看这一段：{quote}</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>了结</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已了结</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Accept: {words}</source>
        <translation>采纳：{words}</translation>
    </message>
</context>
<context>
    <name>Company</name>
    <message>
        <source>Also at it: {people}</source>
        <translation>同时在编辑的还有：{people}</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Older version</source>
        <translation>较旧的一版</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>较新的一版</translation>
    </message>
    <message>
        <source>In one column</source>
        <translation>合并看</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排看</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>first revision</source>
        <translation>第1版</translation>
    </message>
    <message>
        <source>revision {newer}, {count} line(s) changed since revision {older}</source>
        <translation>第{newer}版与第{older}版相比，改动 {count} 行</translation>
    </message>
    <message>
        <source>Both are the same version: nothing is changed.</source>
        <translation>两边是同一版，没有改动。</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Type, or paste from Word or a web page. Styles and numbers are chosen at the upper left.</source>
        <translation>在这里写，也可以从 Word 或网页粘贴。样式和编号在左上角选。</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to the data of your office</source>
        <translation>连接办公室已有的数据</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Server of the office</source>
        <translation>办公室的服务器</translation>
    </message>
    <message>
        <source>File of this machine</source>
        <translation>本机文件</translation>
    </message>
    <message>
        <source>Keep the password in this computer&apos;s keyring</source>
        <translation>把密码记在本机的密码库里</translation>
    </message>
    <message>
        <source>Database file</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Your login</source>
        <translation>您的登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Your administrator gives you these; the password is the one of the server.</source>
        <translation>这些由管理员告诉您；密码是服务器的密码。</translation>
    </message>
</context>
<context>
    <name>ConsultFormsDialog</name>
    <message>
        <source>Consulting forms of “{title}”</source>
        <translation>《{title}》的征求意见单</translation>
    </message>
    <message>
        <source>For somebody without an account: a numbered Word file that is filled in and comes back. What it changes stands as comments at its passages; nothing is decided by it.</source>
        <translation>用来征求没有账号的单位和个人的意见：发出编号的 Word 单子，填好发回再收入。改动和意见作为批注落到相应的文字上，不代表审签。</translation>
    </message>
    <message>
        <source>A form is written with its number, sent by whatever way, and read when it comes back.</source>
        <translation>新开一份会给出单号并存成 Word 文件，送达方式不限；发回后在这里收入。</translation>
    </message>
    <message>
        <source>Nobody outside was asked yet</source>
        <translation>还没有对外征求过意见</translation>
    </message>
    <message>
        <source>New form…</source>
        <translation>新开一份…</translation>
    </message>
    <message>
        <source>Take in the reply…</source>
        <translation>收入回复…</translation>
    </message>
    <message>
        <source>Save the form…</source>
        <translation>另存单子…</translation>
    </message>
    <message>
        <source>Save the reply…</source>
        <translation>另存回复…</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>另存单子</translation>
    </message>
    <message>
        <source>The form as it came back</source>
        <translation>发回的单子</translation>
    </message>
    <message>
        <source>Save the reply</source>
        <translation>另存回复</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>征求对象</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Opinion on the whole</source>
        <translation>总体意见</translation>
    </message>
    <message>
        <source>answered {day}</source>
        <translation>{day}已反馈</translation>
    </message>
    <message>
        <source>awaited</source>
        <translation>待反馈</translation>
    </message>
    <message>
        <source>awaited until {day}</source>
        <translation>待反馈，限{day}</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>Nothing in the help holds “{words}”.</source>
        <translation>帮助里没有写到“{words}”。请换一个说法，或少输几个字。</translation>
    </message>
</context>
<context>
    <name>ContentsPane</name>
    <message>
        <source>Contents</source>
        <translation>本期目录</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>No. {number} of {year} (running no. {running})</source>
        <translation>{year}年第{number}期（总第{running}期）</translation>
    </message>
    <message>
        <source>No. {number} (running no. {running}), given when it is issued</source>
        <translation>第{number}期（总第{running}期），印发时取号</translation>
    </message>
    <message>
        <source>Bulletins in the making</source>
        <translation>正在编的各期</translation>
    </message>
    <message>
        <source>In the making {count}</source>
        <translation>在编 {count}</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Choose a candidate at the left and press Space, or write an item.</source>
        <translation>在左边选一篇备选稿，按空格键收入；也可以自写一篇。</translation>
    </message>
    <message>
        <source>The issue is empty</source>
        <translation>本期还没有稿件</translation>
    </message>
</context>
<context>
    <name>ContributionForm</name>
    <message>
        <source>Receive a contribution</source>
        <translation>收来稿</translation>
    </message>
    <message>
        <source>Edit the contribution</source>
        <translation>改来稿</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>收下</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来稿单位</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Empty: counties under the counties, the rest under the departments.</source>
        <translation>不填时，县（市、区）的归县市区动态，其余归部门新举措。</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
</context>
<context>
    <name>CountingRulesDialog</name>
    <message>
        <source>Counting rules</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>These words stand under tables, on paper, on the screen and in workbooks. They explain how the program counts and change nothing about it. Issues that went out keep the words they were printed with.</source>
        <translation>这些文字印在各表之下，纸上、屏幕上和导出的工作簿里都有。它们只说明程序怎样计数，改文字不改变任何计数。已经印发的各期保留印发时的文字。</translation>
    </message>
    <message>
        <source>Word it…</source>
        <translation>修改文字…</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>自带文字</translation>
    </message>
    <message>
        <source>Word a counting rule</source>
        <translation>修改统计口径</translation>
    </message>
    <message>
        <source>Take back a counting rule</source>
        <translation>恢复自带口径</translation>
    </message>
    <message>
        <source>a rule</source>
        <translation>一条口径</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>用在何处</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation>文字来源</translation>
    </message>
    <message>
        <source>Counting rule</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>the office</source>
        <translation>本办公室</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>程序自带</translation>
    </message>
</context>
<context>
    <name>CoverageBlocks</name>
    <message>
        <source>Copy cells</source>
        <translation>复制格子</translation>
    </message>
    <message>
        <source>Copy with headings</source>
        <translation>连表头复制</translation>
    </message>
    <message>
        <source>Paste cells…</source>
        <translation>粘贴到格子…</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Fill right</source>
        <translation>向右填充</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Fill cells down</source>
        <translation>格子向下填充</translation>
    </message>
    <message>
        <source>Fill cells right</source>
        <translation>格子向右填充</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>something to fill with</source>
        <translation>有内容的格子</translation>
    </message>
    <message>
        <source>Rows are placed by the names of the outlets in the table.</source>
        <translation>行按表里的媒体单位名称对齐。</translation>
    </message>
    <message>
        <source>Columns are placed by the days in the table.</source>
        <translation>列按表里的日期对齐。</translation>
    </message>
    <message>
        <source>{count} cells of the table have no place in this matrix and are left out.</source>
        <translation>表里有 {count} 格在这张矩阵里没有位置，会跳过。</translation>
    </message>
    <message>
        <source>Nothing to change: the chosen cells hold this already.</source>
        <translation>没有要改的：选中的格子里已经是这个内容。</translation>
    </message>
    <message>
        <source>a cell</source>
        <translation>格子</translation>
    </message>
</context>
<context>
    <name>CoverageKeeping</name>
    <message>
        <source>Record of changes…</source>
        <translation>变更记录…</translation>
    </message>
    <message>
        <source>What was removed…</source>
        <translation>移除的内容…</translation>
    </message>
    <message>
        <source>one report</source>
        <translation>一篇报道</translation>
    </message>
    <message>
        <source>Counted without evidence</source>
        <translation>计入任务但缺证据</translation>
    </message>
    <message>
        <source>Evidence…</source>
        <translation>证据…</translation>
    </message>
    <message>
        <source>Every piece that counts toward a yearly quota has evidence</source>
        <translation>计入年度任务的每篇都有证据</translation>
    </message>
    <message>
        <source>Print the report…</source>
        <translation>打印报道登记单…</translation>
    </message>
</context>
<context>
    <name>CoverageLogPane</name>
    <message>
        <source>Reports</source>
        <translation>报道</translation>
    </message>
    <message>
        <source>Reports in detail</source>
        <translation>报道明细</translation>
    </message>
    <message>
        <source>Putting the reports in order…</source>
        <translation>正在排列报道…</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已选 {count}</translation>
    </message>
</context>
<context>
    <name>CoverageMarking</name>
    <message>
        <source>Mark for the bulletin</source>
        <translation>标为备选稿</translation>
    </message>
    <message>
        <source>Mark {count} for the bulletin</source>
        <translation>把{count}标为备选稿</translation>
    </message>
    <message>
        <source>a report</source>
        <translation>一篇报道</translation>
    </message>
</context>
<context>
    <name>CoverageMatrixPane</name>
    <message>
        <source>Matrix of outlets by days</source>
        <translation>媒体与日期对照表</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>figure = pieces of the day</source>
        <translation>数字＝当日篇数</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>past the deadline</source>
        <translation>过截稿未询问</translation>
    </message>
    <message>
        <source>none today, with the reason</source>
        <translation>今日无稿（写明原因）</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>非刊播日</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Matrix of outlets by weeks</source>
        <translation>媒体与周对照表</translation>
    </message>
    <message>
        <source>figure = pieces of the week</source>
        <translation>数字＝当周篇数</translation>
    </message>
</context>
<context>
    <name>CoveragePage</name>
    <message>
        <source>Filter titles</source>
        <translation>筛选标题</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>报道登记</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Matrix or whole log</source>
        <translation>切换矩阵/台账</translation>
    </message>
    <message>
        <source>Trackers</source>
        <translation>专项</translation>
    </message>
</context>
<context>
    <name>CoverageVerbs</name>
    <message>
        <source>Not asked yet</source>
        <translation>改回未询问</translation>
    </message>
    <message>
        <source>Log an item</source>
        <translation>登记报道</translation>
    </message>
    <message>
        <source>None today…</source>
        <translation>今日无稿…</translation>
    </message>
    <message>
        <source>Call and log</source>
        <translation>打电话并登记</translation>
    </message>
    <message>
        <source>Join as reprints</source>
        <translation>合并同稿</translation>
    </message>
    <message>
        <source>Edit the item…</source>
        <translation>修改报道…</translation>
    </message>
    <message>
        <source>Part reprints</source>
        <translation>拆开同稿</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Chosen reports</source>
        <translation>选中的报道</translation>
    </message>
    <message>
        <source>List and columns</source>
        <translation>列表与列</translation>
    </message>
    <message>
        <source>Cells of the matrix</source>
        <translation>矩阵格子</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Evidence and record</source>
        <translation>证据与记录</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>回到今日</translation>
    </message>
    <message>
        <source>a cell</source>
        <translation>一个格子</translation>
    </message>
    <message>
        <source>one report</source>
        <translation>一篇报道</translation>
    </message>
    <message>
        <source>two reports or more</source>
        <translation>两篇以上报道</translation>
    </message>
    <message>
        <source>a report that is reprinted</source>
        <translation>一篇同稿多发的报道</translation>
    </message>
    <message>
        <source>a report</source>
        <translation>一篇报道</translation>
    </message>
    <message>
        <source>Quick entry</source>
        <translation>快速登记</translation>
    </message>
</context>
<context>
    <name>DayForm</name>
    <message>
        <source>Close programme: {name}</source>
        <translation>结束栏目：{name}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>The first day without it. Reports logged before stay.</source>
        <translation>从这一天起不再开办。此前登记的报道保持不变。</translation>
    </message>
    <message>
        <source>{name} leaves</source>
        <translation>{name} 离任</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>before the records</source>
        <translation>建档以前</translation>
    </message>
    <message>
        <source>In office since {day}. The role is vacant after the last day.</source>
        <translation>自{day}起任职。最后一日之后，这一职责空缺。</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一日</translation>
    </message>
</context>
<context>
    <name>DaysFilter</name>
    <message>
        <source>2019-03, 2019-03-01..2019-03-15</source>
        <translation>3月、本周、2019-03-01..2019-03-15</translation>
    </message>
</context>
<context>
    <name>DecisionButtons</name>
    <message>
        <source>The same for all {count} like it</source>
        <translation>同类 {count} 行都这样定</translation>
    </message>
    <message>
        <source>One piece: a reprint</source>
        <translation>是同一篇，记作同稿多发</translation>
    </message>
    <message>
        <source>The same item: take the sheet&apos;s</source>
        <translation>是同一条，以表为准更新</translation>
    </message>
    <message>
        <source>Take the sheet&apos;s</source>
        <translation>以表为准更新</translation>
    </message>
    <message>
        <source>The same item: leave out</source>
        <translation>是同一条，不再导入</translation>
    </message>
    <message>
        <source>Keep the log&apos;s</source>
        <translation>以台账为准</translation>
    </message>
    <message>
        <source>Not the same: import</source>
        <translation>不是，照常导入</translation>
    </message>
</context>
<context>
    <name>DelegationForm</name>
    <message>
        <source>Stand in for somebody</source>
        <translation>登记代理</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>外出的人</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Nobody meets himself: whoever wrote a text cannot sign it for somebody else either.</source>
        <translation>写过文字的人，也不能替别人签这份文字。</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>DelegationsDialog</name>
    <message>
        <source>Enter…</source>
        <translation>登记代理…</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>Whoever is away enters who signs for him, and on which days.</source>
        <translation>外出的人在这里登记由谁代签、哪几天。</translation>
    </message>
    <message>
        <source>Nobody stands in for anybody</source>
        <translation>没有登记代理</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>外出的人</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>还没到</translation>
    </message>
    <message>
        <source>a delegation that still holds</source>
        <translation>一条还没有结束的代理</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Entered twice?</source>
        <translation>查找重复</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Nothing on the roster sounds the same or differs only in 市, 社 and other endings.</source>
        <translation>名册中没有读音相同、或只差“市”“社”等字的名称。</translation>
    </message>
    <message>
        <source>No duplicates found</source>
        <translation>没有发现重复</translation>
    </message>
    <message>
        <source>Entered first</source>
        <translation>先录入</translation>
    </message>
    <message>
        <source>Entered later</source>
        <translation>后录入</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>EditVerbs</name>
    <message>
        <source>Print as bars</source>
        <translation>印成条形图</translation>
    </message>
    <message>
        <source>Print as columns</source>
        <translation>印成柱形图</translation>
    </message>
    <message>
        <source>Print as a shaded matrix</source>
        <translation>印成矩阵图</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>插入数字…</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找替换</translation>
    </message>
    <message>
        <source>Find Ctrl+F, replace Ctrl+H</source>
        <translation>查找 Ctrl+F，替换 Ctrl+H</translation>
    </message>
    <message>
        <source>Undo typing</source>
        <translation>撤销打字</translation>
    </message>
    <message>
        <source>Redo typing</source>
        <translation>恢复打字</translation>
    </message>
    <message>
        <source>Row below</source>
        <translation>下面加一行</translation>
    </message>
    <message>
        <source>Row above</source>
        <translation>上面加一行</translation>
    </message>
    <message>
        <source>Column at the right</source>
        <translation>右边加一列</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>删去这一行</translation>
    </message>
    <message>
        <source>Remove the column</source>
        <translation>删去这一列</translation>
    </message>
    <message>
        <source>Print as cells</source>
        <translation>印成表格</translation>
    </message>
    <message>
        <source>Remove the table</source>
        <translation>删去表格</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>需要日期</translation>
    </message>
</context>
<context>
    <name>EmptyLog</name>
    <message>
        <source>Clear all filters</source>
        <translation>清除全部筛选</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Type into the cell, or press Ctrl+J for the quick entry.</source>
        <translation>在格子里直接输入，或按 Ctrl+J 快速登记。</translation>
    </message>
    <message>
        <source>Nothing is logged in this cell yet</source>
        <translation>这一格还没有报道</translation>
    </message>
    <message>
        <source>Import county returns…</source>
        <translation>导入报送表…</translation>
    </message>
    <message>
        <source>Nothing is logged here yet. Log an item, type into the matrix, or import a return.</source>
        <translation>这里还没有登记。可以登记报道、在上表中直接输入，或导入报送表。</translation>
    </message>
    <message>
        <source>Nothing is logged yet. Log an item, or import a return.</source>
        <translation>还没有登记。可以登记报道，或导入报送表。</translation>
    </message>
    <message>
        <source>No reports</source>
        <translation>还没有报道</translation>
    </message>
    <message>
        <source>The latest report of the log is of {day}.</source>
        <translation>最近的一篇报道是{day}的。</translation>
    </message>
    <message>
        <source>Choose outlets…</source>
        <translation>从参考名单挑选媒体…</translation>
    </message>
    <message>
        <source>Reports are logged for the outlets of the roster. Put them there first.</source>
        <translation>报道要登记到名册里的媒体单位名下，请先列入名册。</translation>
    </message>
    <message>
        <source>No outlet is on the roster</source>
        <translation>名册里还没有媒体单位</translation>
    </message>
    <message>
        <source>Log an item</source>
        <translation>登记报道</translation>
    </message>
    <message>
        <source>Go to {month}</source>
        <translation>看{month}</translation>
    </message>
    <message>
        <source>No reports in these days</source>
        <translation>这段时间没有报道</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>No record matches “{query}”</source>
        <translation>没有符合“{query}”的记录</translation>
    </message>
    <message>
        <source>Try fewer words, or clear the filter to see all records.</source>
        <translation>可以少写几个字，或者清除筛选查看全部。</translation>
    </message>
</context>
<context>
    <name>EncryptionForm</name>
    <message>
        <source>Encrypt the data</source>
        <translation>加密数据</translation>
    </message>
    <message>
        <source>Change the encryption</source>
        <translation>更换或取消加密</translation>
    </message>
    <message>
        <source>Write the file anew</source>
        <translation>重写文件</translation>
    </message>
    <message>
        <source>A new passphrase</source>
        <translation>换新口令</translation>
    </message>
    <message>
        <source>No passphrase any more</source>
        <translation>不再加密</translation>
    </message>
    <message>
        <source>Remove the backups that anybody can read</source>
        <translation>删除没有加密的旧备份</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>现在的口令</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>今后</translation>
    </message>
    <message>
        <source>At least {least} characters; a sentence is easy to keep in mind. Without it nobody can ever read the data again: write it down and lock it away.</source>
        <translation>至少 {least} 个字，一句话最好记。口令丢了，谁也读不了数据：请写下来锁好。</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Earlier backups that are not encrypted: {count}. They go once an encrypted one has been taken and checked; as long as they lie there, encrypting protects little.</source>
        <translation>还有 {count} 份旧备份没有加密。新的加密备份做好并核验后才会删除它们；留着它们，加密就起不了多大作用。</translation>
    </message>
</context>
<context>
    <name>EndQuotaForm</name>
    <message>
        <source>End quota: {name}</source>
        <translation>结束指标：{name}</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>It ends after a day</source>
        <translation>到某日为止</translation>
    </message>
    <message>
        <source>It was entered by mistake and goes</source>
        <translation>登记有误，整项撤销</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>怎样结束</translation>
    </message>
    <message>
        <source>It is owed on this day for the last time. Earlier figures stay.</source>
        <translation>这一天是最后一天；此前的数字不变。</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Evidence: {name}</source>
        <translation>证据：{name}</translation>
    </message>
    <message>
        <source>Drop scans, pictures, PDFs or recordings here, or paste a picture.</source>
        <translation>把扫描件、截图、PDF 或录音录像拖到这里，或粘贴图片。</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>还没有证据</translation>
    </message>
    <message>
        <source>Attach {count}</source>
        <translation>附上 {count}</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>导出副本…</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>附上文件…</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Describe anew…</source>
        <translation>修改说明…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <source>Picture {moment}.png</source>
        <translation>截图 {moment}.png</translation>
    </message>
    <message>
        <source>Attaching…</source>
        <translation>正在附上…</translation>
    </message>
    <message>
        <source>Describe “{name}” anew</source>
        <translation>修改“{name}”的说明</translation>
    </message>
    <message>
        <source>Save a copy of {name}</source>
        <translation>导出 {name} 的副本</translation>
    </message>
    <message>
        <source>“{name}” came from elsewhere. A copy of it is opened with the program of this system.</source>
        <translation>“{name}”来自外部。将用本机程序打开它的副本。</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>Do not open it</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>Evidence ({endings})</source>
        <translation>证据文件 ({endings})</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Captured on</source>
        <translation>取证日期</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>附件人</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>附上时间</translation>
    </message>
</context>
<context>
    <name>EvidenceForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>It is exported under this name.</source>
        <translation>导出时用这个名称。</translation>
    </message>
    <message>
        <source>Captured on</source>
        <translation>取证日期</translation>
    </message>
    <message>
        <source>For example: the outlet&apos;s archive, a page on the web, a recording of our own</source>
        <translation>例如：报社资料室、网页、自行录制</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>ExceptionForm</name>
    <message>
        <source>Exception to the publication days: {outlet}</source>
        <translation>刊播日例外：{outlet}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No issue</source>
        <translation>不出刊（停播）</translation>
    </message>
    <message>
        <source>Extra issue</source>
        <translation>增刊（加播）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>It comes before the weekdays of the outlet.</source>
        <translation>以此为准，不按每周刊播日。</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ExpediteForm</name>
    <message>
        <source>Issue “{title}” first, check later</source>
        <translation>先发后审：{title}</translation>
    </message>
    <message>
        <source>Issue first</source>
        <translation>先发后审</translation>
    </message>
    <message>
        <source>Why it cannot wait</source>
        <translation>先发的原因</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>补审人</translation>
    </message>
    <message>
        <source>It stays red on Today until it is checked. Usual: the next working day, {day}.</source>
        <translation>补审以前一直在“今日”标红。一般定下一个工作日：{day}。</translation>
    </message>
    <message>
        <source>Checked until</source>
        <translation>补审期限</translation>
    </message>
</context>
<context>
    <name>FigureForm</name>
    <message>
        <source>Insert a figure of the log</source>
        <translation>插入报道登记里的数字</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>计什么</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>报道形式</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>宣传内容</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在的数</translation>
    </message>
</context>
<context>
    <name>FigureSpeech</name>
    <message>
        <source>Figures from the log: {lines}</source>
        <translation>取自报道登记的数字：{lines}</translation>
    </message>
    <message>
        <source>Figure from the log: {value}. {rule}</source>
        <translation>取自报道登记的数字：{value}。{rule}</translation>
    </message>
</context>
<context>
    <name>FileCheck</name>
    <message>
        <source>Checking the file…</source>
        <translation>正在核对数据文件…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只能查看</translation>
    </message>
</context>
<context>
    <name>FileHead</name>
    <message>
        <source>Sender</source>
        <translation>报送单位</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Logged already</source>
        <translation>台账已有的</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>（请指明）</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>按表中所写</translation>
    </message>
    <message>
        <source>bring up to date</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>stop: import nothing</source>
        <translation>停止，整份不导入</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”</source>
        <translation>工作表“{sheet}”</translation>
    </message>
    <message>
        <source>heading in row {row}</source>
        <translation>表头在第 {row} 行</translation>
    </message>
    <message>
        <source>{count} sheets</source>
        <translation>{count} 张工作表</translation>
    </message>
    <message>
        <source>{count} hidden sheets not read</source>
        <translation>{count} 张隐藏工作表未读</translation>
    </message>
    <message>
        <source>{count} hidden rows not read</source>
        <translation>{count} 行隐藏行未读</translation>
    </message>
    <message>
        <source>This file is the same as {name}, which stands in the queue.</source>
        <translation>这份文件与队列里的“{name}”内容相同。</translation>
    </message>
    <message>
        <source>No row was recognised as the heading. Click it in the sheet below.</source>
        <translation>没有认出表头。请在下面的原表里点表头所在的那一行。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”: {said}</source>
        <translation>工作表“{sheet}”：{said}</translation>
    </message>
    <message>
        <source>It is {name}, from now on</source>
        <translation>是{name}，以后都认</translation>
    </message>
    <message>
        <source>Add to the roster…</source>
        <translation>加入名册…</translation>
    </message>
    <message>
        <source>Sender {name}</source>
        <translation>报送单位：{name}</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>年份：{year}</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Place before (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭查找（Esc）</translation>
    </message>
    <message>
        <source>{count} replaced</source>
        <translation>已替换 {count} 处</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} 处</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter opens   Esc back</source>
        <translation>↑↓ 选择   回车 打开   Esc 返回</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter searches   F2 rename   Del remove   Esc back</source>
        <translation>↑↓ 选择   回车 搜索   F2 改名   Del 删除   Esc 返回</translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation>Esc 返回</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Rename the search…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Remove the search</source>
        <translation>删除这个搜索</translation>
    </message>
    <message>
        <source>Found: {words}</source>
        <translation>搜索：{words}</translation>
    </message>
    <message>
        <source>Finds outlets, people, units, programmes, reports, materials, bulletins, contributions, imports and commands by any part of their words; names and commands by pinyin initials as well. Type a prefix such as unit: or date: to narrow the search; Backspace takes it away.</source>
        <translation>按任意几个字查找媒体单位、人员、单位、栏目、报道、文稿、期刊与通报、来稿、导入批次和命令；名称和命令也可以输拼音首字母。输入“单位:”“日期:”等可以缩小范围，按退格键去掉。</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或输入命令</translation>
    </message>
</context>
<context>
    <name>FirstPersonForm</name>
    <message>
        <source>Who sets up this office</source>
        <translation>由谁建立本办公室</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>At least {least} characters; a short sentence is easy to keep in mind. You are the administrator: you add the others and give them their first passwords.</source>
        <translation>至少 {least} 个字，一句好记的话就行。您是管理员：由您添加其他人员，并给他们第一个密码。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Publicity desk</source>
        <translation>执行力提升年宣传工作台</translation>
    </message>
    <message>
        <source>This database was not opened</source>
        <translation>没有打开这份数据</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>不用文件，直接新建</translation>
    </message>
    <message>
        <source>Open practice data</source>
        <translation>打开练习库</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Choose backup…</source>
        <translation>选择备份…</translation>
    </message>
    <message>
        <source>Start from your present Excel files</source>
        <translation>从现有的 Excel 开始</translation>
    </message>
    <message>
        <source>First start. Choose a way to begin; you can change it later. Data stay where you put them.</source>
        <translation>第一次打开。选一种开始方式，以后随时可以改。数据只存在您指定的地方，不联网。</translation>
    </message>
    <message>
        <source>Choose a table you use now; see what was read before it is written.</source>
        <translation>选一份正在用的统计表，先看预览，确认后才写入。</translation>
    </message>
    <message>
        <source>Try it with practice data</source>
        <translation>先用练习库看一看</translation>
    </message>
    <message>
        <source>Invented data in a window with a red frame, wholly apart from real data.</source>
        <translation>内有示例数据，窗口带红框，与正式数据完全分开。</translation>
    </message>
    <message>
        <source>Connect to the data of your office</source>
        <translation>连接办公室已有的数据</translation>
    </message>
    <message>
        <source>For several desks that share one database; your administrator knows its address.</source>
        <translation>几台电脑共用时选这个，需要数据库地址；请向管理员要。</translation>
    </message>
    <message>
        <source>Data will lie in {folder}</source>
        <translation>数据放在 {folder}</translation>
    </message>
    <message>
        <source>Live data belong on a disk of this machine, not on a shared or a removable one.</source>
        <translation>正在使用的数据要放在本机磁盘上，共享盘、U盘不能直接存放。</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xls *.et *.ods *.csv)</source>
        <translation>表格 (*.xlsx *.xls *.et *.ods *.csv)</translation>
    </message>
    <message>
        <source>Backups (*.db)</source>
        <translation>备份 (*.db)</translation>
    </message>
    <message>
        <source>Start from a backup</source>
        <translation>从备份开始</translation>
    </message>
    <message>
        <source>On a new computer, or when the data are damaged: the backup becomes a new file.</source>
        <translation>换了新电脑或数据损坏时用：备份会还原成新文件，原文件不动。</translation>
    </message>
    <message>
        <source>How to begin, in ten steps</source>
        <translation>怎样开始：十步</translation>
    </message>
</context>
<context>
    <name>FolderWalk</name>
    <message>
        <source>Looking through {name}</source>
        <translation>正在查看文件夹 {name}</translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message>
        <source>Follow-up</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>登记事项</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Filter: title, number</source>
        <translation>筛选：标题、编号</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>No case chosen</source>
        <translation>没有选中事项</translation>
    </message>
    <message>
        <source>Register its commitment</source>
        <translation>登记它的承诺</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>还没有督办事项</translation>
    </message>
    <message>
        <source>Findings of unannounced visits, complaints and suggestions, and public commitments stand here, each with its department, its clock and its evidence. Register the first one, or import a list.</source>
        <translation>暗访发现、群众意见建议和公开承诺都登记在这里，各有承办单位、办理期限和佐证材料。请登记第一件，或导入清单。</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>导入清单…</translation>
    </message>
</context>
<context>
    <name>ForgetForm</name>
    <message>
        <source>Erase the private details of {number}</source>
        <translation>删除{number}的个人信息</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Name and telephone cannot be brought back; nobody can be called back then.</source>
        <translation>姓名、电话删除后不能恢复，此后无法回访。</translation>
    </message>
</context>
<context>
    <name>FormActs</name>
    <message>
        <source>Submitted</source>
        <translation>已送审</translation>
    </message>
    <message>
        <source>Add a reviewer</source>
        <translation>加签</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加签</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>加签的事由</translation>
    </message>
    <message>
        <source>Reviewer added</source>
        <translation>已加签</translation>
    </message>
    <message>
        <source>Hand over to somebody else</source>
        <translation>转给别人办理</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>转办的事由</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>Ask for advice</source>
        <translation>征求意见</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>征求意见</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Advice asked for</source>
        <translation>已征求意见</translation>
    </message>
    <message>
        <source>Give advice on “{title}”</source>
        <translation>答复意见：{title}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Advice given</source>
        <translation>已答复意见</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已登记纸质签批</translation>
    </message>
    <message>
        <source>Issued first</source>
        <translation>已先发，待补审</translation>
    </message>
    <message>
        <source>Correct “{title}”</source>
        <translation>更正：{title}</translation>
    </message>
    <message>
        <source>Draft the correction</source>
        <translation>起草更正稿</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>更正的原因</translation>
    </message>
    <message>
        <source>Correction drafted</source>
        <translation>已起草更正稿</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>End “{title}”?</source>
        <translation>终止“{title}”？</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>终止的原因</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>不终止</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已终止</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
    <message>
        <source>What was filled in here has not been saved.</source>
        <translation>这里填的还没有保存。</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存，关闭</translation>
    </message>
    <message>
        <source>Go on filling in</source>
        <translation>接着填</translation>
    </message>
    <message>
        <source>You can go on: whoever saves second compares both, field by field.</source>
        <translation>可以继续编辑：后保存的人会逐项对照两份内容，什么都不会丢。</translation>
    </message>
</context>
<context>
    <name>FormTask</name>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>GiveForm</name>
    <message>
        <source>New password for {name}</source>
        <translation>重设{name}的密码</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>重设</translation>
    </message>
    <message>
        <source>Tell it to the person; it is changed at the next start. The record keeps that you gave it.</source>
        <translation>请告诉本人，下次登录时要改成自己的。操作记录里会记下由您重设。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
</context>
<context>
    <name>GoToDayForm</name>
    <message>
        <source>Go to a day</source>
        <translation>转到某一天</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The list is put in the order of days.</source>
        <translation>列表会改为按日期排列。</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>帮助内容</translation>
    </message>
    <message>
        <source>Search the help  Ctrl+F</source>
        <translation>搜索帮助  Ctrl+F</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>HolderForm</name>
    <message>
        <source>Change {role}: {outlet}</source>
        <translation>更换{role}：{outlet}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Office telephone</source>
        <translation>办公电话</translation>
    </message>
    <message>
        <source>From</source>
        <translation>任职起始日</translation>
    </message>
    <message>
        <source>Nobody holds this role now.</source>
        <translation>目前无人担任。</translation>
    </message>
    <message>
        <source>{name} holds it now, up to the day before. What was recorded keeps the name of that day.</source>
        <translation>现由{name}担任，至新任前一日止。已登记的内容仍记当天的负责人。</translation>
    </message>
    <message>
        <source>Change and hand over</source>
        <translation>更换并移交</translation>
    </message>
    <message>
        <source>What is ticked stands in the history as taken over.</source>
        <translation>勾选的事项记入任职沿革，由新联络员接手。</translation>
    </message>
    <message>
        <source>Open items</source>
        <translation>未了事项</translation>
    </message>
</context>
<context>
    <name>ImportAnswers</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the returned workbook</source>
        <translation>保存退回表</translation>
    </message>
    <message>
        <source>Folder for the returned workbooks</source>
        <translation>存放退回表的文件夹</translation>
    </message>
    <message>
        <source>{file} made: {count} marked, each with its reason.</source>
        <translation>已生成 {file}：{count}已标红，各附原因。</translation>
    </message>
    <message>
        <source>{files} made in {folder}, {count} turned down</source>
        <translation>已生成退回表 {files}，共退回 {count}，在 {folder}</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>没有写出</translation>
    </message>
</context>
<context>
    <name>ImportBatchesDialog</name>
    <message>
        <source>Imports so far</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Each import of a county return will be listed here and can be undone.</source>
        <translation>每次导入的报送表都记在这里，可以随时撤销。</translation>
    </message>
    <message>
        <source>Nothing has been imported</source>
        <translation>还没有导入过</translation>
    </message>
    <message>
        <source>an import</source>
        <translation>一次导入</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
</context>
<context>
    <name>ImportIntake</name>
    <message>
        <source>Tables (*.xlsx *.xlsm *.xlsb *.xls *.et *.ods *.csv *.txt *.htm *.html *.mht)</source>
        <translation>表格 (*.xlsx *.xlsm *.xlsb *.xls *.et *.ods *.csv *.txt *.htm *.html *.mht)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
    <message>
        <source>Read as a list of cases</source>
        <translation>按督办清单读取</translation>
    </message>
    <message>
        <source>Read as a county return</source>
        <translation>按报送表读取</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Rows of the return</source>
        <translation>报送表的行</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>各行</translation>
    </message>
    <message>
        <source>Sheet and columns</source>
        <translation>原表与各列</translation>
    </message>
    <message>
        <source>Row {row}: {field}</source>
        <translation>第 {row} 行改{field}</translation>
    </message>
    <message>
        <source>Row {row}: as the sheet has it</source>
        <translation>第 {row} 行恢复原样</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>数量对比</translation>
    </message>
</context>
<context>
    <name>ImportQueue</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import all that are ready</source>
        <translation>导入全部就绪的</translation>
    </message>
    <message>
        <source>In the order they came</source>
        <translation>按先后排列</translation>
    </message>
    <message>
        <source>Order by state</source>
        <translation>按状态排列</translation>
    </message>
    <message>
        <source>Stopped: {count} not imported yet.</source>
        <translation>已停止，还有 {count}没有导入。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，什么也没有写入。</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制错误详情</translation>
    </message>
    <message>
        <source>This step failed because of a fault in the program. What was saved before is safe.</source>
        <translation>程序出错，这一步没有完成。此前保存的内容不受影响。</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Undo: {name}</source>
        <translation>撤销：{name}</translation>
    </message>
    <message>
        <source>Import all that are ready: {count}</source>
        <translation>导入全部就绪的 {count}</translation>
    </message>
    <message>
        <source>Read as a county return</source>
        <translation>按报送表读取</translation>
    </message>
    <message>
        <source>Read as a list of cases</source>
        <translation>按督办清单读取</translation>
    </message>
</context>
<context>
    <name>ImportReader</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取“{name}”</translation>
    </message>
    <message>
        <source>Comparing {name}</source>
        <translation>正在比对“{name}”</translation>
    </message>
</context>
<context>
    <name>ImportRuns</name>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入“{name}”</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Making {name}</source>
        <translation>正在生成“{name}”的退回表</translation>
    </message>
</context>
<context>
    <name>ImportVerbs</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import all that are ready</source>
        <translation>导入全部就绪的</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Imports so far…</source>
        <translation>导入记录…</translation>
    </message>
    <message>
        <source>Order by state</source>
        <translation>按状态排列</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Paste files or rows</source>
        <translation>粘贴文件或表格行</translation>
    </message>
    <message>
        <source>Make returned workbook…</source>
        <translation>生成退回表…</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一区域</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一区域</translation>
    </message>
    <message>
        <source>Why is it grey</source>
        <translation>为什么点不了</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>一份文件</translation>
    </message>
    <message>
        <source>Sheet and columns</source>
        <translation>原表与各列</translation>
    </message>
    <message>
        <source>Returned workbook, wrong rows only…</source>
        <translation>生成退回表（只留有错的行）…</translation>
    </message>
    <message>
        <source>Make all returned workbooks…</source>
        <translation>全部生成退回表…</translation>
    </message>
</context>
<context>
    <name>IssuedFile</name>
    <message>
        <source>Save issued file…</source>
        <translation>另存印发件…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写出：{path}</translation>
    </message>
</context>
<context>
    <name>KeptSearches</name>
    <message>
        <source>Keep this search</source>
        <translation>保存这个搜索</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation>搜索改名</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Remove the search “{name}”</source>
        <translation>删除搜索“{name}”</translation>
    </message>
    <message>
        <source>The search “{name}” is off the list</source>
        <translation>已删除搜索“{name}”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Finds: {words}</source>
        <translation>搜索内容：{words}</translation>
    </message>
    <message>
        <source>Keep the search “{name}”</source>
        <translation>保存搜索“{name}”</translation>
    </message>
    <message>
        <source>The search “{name}” is kept; Ctrl+K offers it</source>
        <translation>已保存搜索“{name}”，按 Ctrl+K 可选用</translation>
    </message>
    <message>
        <source>Rename the search “{name}”</source>
        <translation>搜索“{name}”改名</translation>
    </message>
    <message>
        <source>The search is named “{name}” now</source>
        <translation>搜索已改名为“{name}”</translation>
    </message>
</context>
<context>
    <name>LackingDialog</name>
    <message>
        <source>Evidence is missing</source>
        <translation>缺少证据</translation>
    </message>
    <message>
        <source>{count} counted toward a yearly quota, no evidence</source>
        <translation>计入年度任务而缺证据的 {count}</translation>
    </message>
    <message>
        <source>Show them in the log</source>
        <translation>在台账里查看</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>任务指标</translation>
    </message>
</context>
<context>
    <name>Lane</name>
    <message>
        <source>■ overdue {count}</source>
        <translation>■ 逾期 {count}</translation>
    </message>
</context>
<context>
    <name>LargeText</name>
    <message>
        <source>Write</source>
        <translation>撰写</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
</context>
<context>
    <name>LedgerView</name>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>No case was dispatched in this stretch of time.</source>
        <translation>这段时间没有交办的事项。</translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation>没有可统计的事项</translation>
    </message>
</context>
<context>
    <name>LengthLine</name>
    <message>
        <source>{words} characters · {hanzi} hanzi · {paragraphs} paragraphs</source>
        <translation>字数 {words} · 汉字 {hanzi} · {paragraphs} 段</translation>
    </message>
    <message>
        <source>Go to the next one</source>
        <translation>看下一处</translation>
    </message>
    <message>
        <source>{count} title(s) too long</source>
        <translation>{count} 个标题过长</translation>
    </message>
    <message>
        <source>{count} heading(s) too long</source>
        <translation>{count} 个小标题过长</translation>
    </message>
    <message>
        <source>{count} rare character(s)</source>
        <translation>{count} 个生僻字</translation>
    </message>
    <message>
        <source>{count} character(s) that do not print</source>
        <translation>{count} 个字印不出来</translation>
    </message>
    <message>
        <source>Longer than two printed lines: {text}</source>
        <translation>印出来超过两行：{text}</translation>
    </message>
    <message>
        <source>Too long for a heading, printed as a paragraph: {text}</source>
        <translation>标题过长，会按正文排印：{text}</translation>
    </message>
    <message>
        <source>Rare character “{text}”: old programs and faces may not have it</source>
        <translation>生僻字“{text}”：旧软件和旧字库里可能没有</translation>
    </message>
    <message>
        <source>Not a proper character (U+{code}): type it anew</source>
        <translation>不是正常的字（U+{code}），请重新输入</translation>
    </message>
</context>
<context>
    <name>LineActs</name>
    <message>
        <source>The reminder is on the clipboard; paste it into a message.</source>
        <translation>催报文字已复制，可粘贴到短信或微信里。</translation>
    </message>
</context>
<context>
    <name>LinkCheckForm</name>
    <message>
        <source>Check site: {name}</source>
        <translation>核对站点：{name}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>taken on</source>
        <translation>截取日期</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Name or place of the file that proves it.</source>
        <translation>截图文件的名称或存放处。</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>截图时间</translation>
    </message>
</context>
<context>
    <name>LinkForm</name>
    <message>
        <source>Add site</source>
        <translation>新增站点</translation>
    </message>
    <message>
        <source>Edit site</source>
        <translation>修改站点</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>The page that must carry the link.</source>
        <translation>应挂专题链接的页面。</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Check every (days)</source>
        <translation>核对间隔（天）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>another site</source>
        <translation>其他站点</translation>
    </message>
</context>
<context>
    <name>LinkKeeper</name>
    <message>
        <source>Record a check with screenshot…</source>
        <translation>登记核对和截图…</translation>
    </message>
    <message>
        <source>Open in the browser…</source>
        <translation>用浏览器打开…</translation>
    </message>
    <message>
        <source>Open this address in the browser?

{url}</source>
        <translation>用浏览器打开这个网址？

{url}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>一个站点</translation>
    </message>
    <message>
        <source>a site in use</source>
        <translation>一个在用的站点</translation>
    </message>
    <message>
        <source>Link present</source>
        <translation>有链接</translation>
    </message>
    <message>
        <source>Link missing</source>
        <translation>缺链接</translation>
    </message>
</context>
<context>
    <name>LinksView</name>
    <message>
        <source>To check now</source>
        <translation>应核对</translation>
    </message>
    <message>
        <source>Without the link</source>
        <translation>缺链接</translation>
    </message>
    <message>
        <source>Retired too</source>
        <translation>含已停用</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Add site</source>
        <translation>新增站点</translation>
    </message>
    <message>
        <source>{present} of {total} sites carry the link</source>
        <translation>{total} 个站点中 {present} 个有链接</translation>
    </message>
    <message>
        <source>Open in the browser…</source>
        <translation>用浏览器打开…</translation>
    </message>
    <message>
        <source>Main sites of the city link to the topic page. Add each that must carry the link.</source>
        <translation>全市主要网站要链接专题网页。请逐个添加应挂链接的站点。</translation>
    </message>
    <message>
        <source>No site is on the list</source>
        <translation>核对单里还没有站点</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>一行</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ListFilter</name>
    <message>
        <source>Find, also by initials</source>
        <translation>查找，可输拼音首字母</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>全选所列</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Prefix</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Narrow the search: choose or type</source>
        <translation>缩小范围：选择，或直接输入</translation>
    </message>
    <message>
        <source>Keep this search…</source>
        <translation>保存这个搜索…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Kept search</source>
        <translation>保存的搜索</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>保存的搜索</translation>
    </message>
    <message>
        <source>Narrow to</source>
        <translation>只看</translation>
    </message>
    <message>
        <source>Show all in the log</source>
        <translation>在登记中查看全部</translation>
    </message>
    <message>
        <source>Show all {count} reports in the log</source>
        <translation>在登记中查看全部 {count} 篇报道</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>Every word has to be there. Try fewer or shorter words, or take a chip away.</source>
        <translation>每个词都要出现才算找到。请减少词语、缩短词语，或去掉一个范围。</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”</source>
        <translation>没有符合“{words}”的内容</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>签批码或密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>换人…</translation>
    </message>
    <message>
        <source>Everything is as you left it.</source>
        <translation>打开后一切照旧。</translation>
    </message>
    <message>
        <source>{name} has not saved everything. A draft is kept and can be gone on with at the next sign-in; a form that was not finished is lost.</source>
        <translation>{name}有内容没保存。文稿草稿已保留，本人下次登录可以接着写；没填完的表单会丢掉。</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>Leave it locked</source>
        <translation>不换</translation>
    </message>
</context>
<context>
    <name>LogColumnsForm</name>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>常用列</translation>
    </message>
    <message>
        <source>Space ticks a column, Alt+Up and Alt+Down move it; dragging does as well.</source>
        <translation>空格键勾选，Alt+↑、Alt+↓ 移动，也可以拖动。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>So many columns at the left stay in view when the others are scrolled sideways.</source>
        <translation>左右滚动时，左边这几列保持不动。</translation>
    </message>
    <message>
        <source>Fixed columns</source>
        <translation>固定列数</translation>
    </message>
    <message>
        <source>Columns of the log</source>
        <translation>台账的列</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>按此显示</translation>
    </message>
</context>
<context>
    <name>LogDetail</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Choose a report to see all of it here.</source>
        <translation>选一条报道，这里显示它的全部内容。</translation>
    </message>
    <message>
        <source>one piece, {count}</source>
        <translation>同稿多发 {count}</translation>
    </message>
    <message>
        <source>(counted, without a title)</source>
        <translation>（只计数，无标题）</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制网址</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>The address has been copied</source>
        <translation>已复制网址</translation>
    </message>
    <message>
        <source>This piece ran in</source>
        <translation>同稿刊播</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>只看同稿</translation>
    </message>
    <message>
        <source>Leader that day</source>
        <translation>责任领导（当日）</translation>
    </message>
    <message>
        <source>Liaison that day</source>
        <translation>联络员（当日）</translation>
    </message>
</context>
<context>
    <name>LogEditing</name>
    <message>
        <source>Enter changes this report, Ctrl+Enter all {count} that are chosen.</source>
        <translation>按 Enter 只改这一条，按 Ctrl+Enter 改选中的全部 {count} 条。</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看现在的内容</translation>
    </message>
</context>
<context>
    <name>LogFilters</name>
    <message>
        <source>(blank)</source>
        <translation>（空白）</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>marked for a bulletin or not</source>
        <translation>不论是否标为备选</translation>
    </message>
    <message>
        <source>only marked</source>
        <translation>只列标为备选的</translation>
    </message>
    <message>
        <source>only not marked</source>
        <translation>只列没标的</translation>
    </message>
    <message>
        <source>reprinted or not</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>only reprinted</source>
        <translation>只看同稿多发</translation>
    </message>
    <message>
        <source>only not reprinted</source>
        <translation>只看单发</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除全部筛选</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>去掉这项筛选</translation>
    </message>
    <message>
        <source>with evidence or without</source>
        <translation>有无证据都列</translation>
    </message>
    <message>
        <source>only with evidence</source>
        <translation>只列有证据的</translation>
    </message>
    <message>
        <source>only without evidence</source>
        <translation>只列缺证据的</translation>
    </message>
</context>
<context>
    <name>LogItemForm</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>as the outlet</source>
        <translation>按媒体</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>报道形式</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>宣传内容</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>栏目名称</translation>
    </message>
    <message>
        <source>Page or time</source>
        <translation>版面时段</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Log an item</source>
        <translation>登记报道</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Edit the item</source>
        <translation>修改报道</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>LogOutput</name>
    <message>
        <source>{count} copied as a table; paste them into Excel</source>
        <translation>已复制 {count}，可直接粘贴到 Excel</translation>
    </message>
    <message>
        <source>Coverage log {day}</source>
        <translation>报道台账{day}</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>导出台账</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在写出 {file}</translation>
    </message>
    <message>
        <source>{count} written to {file}</source>
        <translation>{count}已写入 {file}</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>没有写出</translation>
    </message>
</context>
<context>
    <name>LogVerbs</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Export Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>Filter this column…</source>
        <translation>筛选这一列…</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除全部筛选</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>转到日期…</translation>
    </message>
    <message>
        <source>Views…</source>
        <translation>视图…</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Details beside the log</source>
        <translation>显示/隐藏详情</translation>
    </message>
    <message>
        <source>Edit together…</source>
        <translation>批量修改…</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Open the link…</source>
        <translation>打开链接…</translation>
    </message>
    <message>
        <source>Choose all that are listed</source>
        <translation>全选符合筛选的报道</translation>
    </message>
    <message>
        <source>Removing {count}</source>
        <translation>正在移除 {count}</translation>
    </message>
    <message>
        <source>Changing {count}</source>
        <translation>正在修改 {count}</translation>
    </message>
    <message>
        <source>Open this address in the browser?

Site: {host}

{url}</source>
        <translation>要在浏览器里打开这个网址吗？

网站：{host}

{url}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>two reports or more</source>
        <translation>两条以上的报道</translation>
    </message>
    <message>
        <source>a report</source>
        <translation>报道</translation>
    </message>
    <message>
        <source>one report</source>
        <translation>一篇报道</translation>
    </message>
    <message>
        <source>Fill down, Ctrl+D in the log</source>
        <translation>向下填充（在台账里按 Ctrl+D）</translation>
    </message>
    <message>
        <source>Copy as a table, Ctrl+C in the log</source>
        <translation>复制为表格（在台账里按 Ctrl+C）</translation>
    </message>
</context>
<context>
    <name>LogViews</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>All reports, usual columns</source>
        <translation>全部报道，常用列</translation>
    </message>
    <message>
        <source>Keep this view…</source>
        <translation>保存这个视图…</translation>
    </message>
    <message>
        <source>Keep as “{name}” again</source>
        <translation>更新“{name}”</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>删去“{name}”</translation>
    </message>
    <message>
        <source>View “{name}”</source>
        <translation>视图“{name}”</translation>
    </message>
    <message>
        <source>Keep the view “{name}”</source>
        <translation>保存视图“{name}”</translation>
    </message>
    <message>
        <source>Change the view “{name}”</source>
        <translation>更新视图“{name}”</translation>
    </message>
    <message>
        <source>Remove the view “{name}”</source>
        <translation>删去视图“{name}”</translation>
    </message>
</context>
<context>
    <name>LookDialog</name>
    <message>
        <source>Backup of {when}</source>
        <translation>{when}的备份</translation>
    </message>
    <message>
        <source>{act}, {size}, {file}</source>
        <translation>{act}，{size}，{file}</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>里面的数据</translation>
    </message>
    <message>
        <source>Its last acts</source>
        <translation>最近的操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>当时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>LookMenus</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Publicity desk</source>
        <translation>执行力提升年宣传工作台</translation>
    </message>
    <message>
        <source>{title} (practice)</source>
        <translation>{title}（练习库）</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
</context>
<context>
    <name>ManuscriptForm</name>
    <message>
        <source>Enter a manuscript</source>
        <translation>登记来稿</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Edit the manuscript</source>
        <translation>修改来稿</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>A unit of the roster, or its initials.</source>
        <translation>名册中的单位，可输拼音首字母。</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>来稿日期</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>报送媒体</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ManuscriptKeeper</name>
    <message>
        <source>Confirm the likeliest</source>
        <translation>确认最相近的</translation>
    </message>
    <message>
        <source>Confirm same titles…</source>
        <translation>确认同题报道…</translation>
    </message>
    <message>
        <source>No report of the weeks around has a title like it.</source>
        <translation>前后几周的报道中没有标题相近的。</translation>
    </message>
    <message>
        <source>{reports} have the very same title as {manuscripts} of the period. Did they come of them?</source>
        <translation>这段时间有 {reports}与 {manuscripts}同题。确认为采用？</translation>
    </message>
    <message>
        <source>Confirm {count}</source>
        <translation>确认 {count}</translation>
    </message>
    <message>
        <source>Do not confirm</source>
        <translation>不确认</translation>
    </message>
    <message>
        <source>the list of manuscripts</source>
        <translation>来稿列表</translation>
    </message>
    <message>
        <source>Paste rows…</source>
        <translation>粘贴多行…</translation>
    </message>
    <message>
        <source>There is no table on the clipboard. Copy rows in Excel: day, unit, title, outlets.</source>
        <translation>剪贴板里没有表格。请在 Excel 中复制：来稿日期、单位、标题、报送媒体。</translation>
    </message>
</context>
<context>
    <name>ManuscriptsView</name>
    <message>
        <source>Not used</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已采用</translation>
    </message>
    <message>
        <source>Manuscripts</source>
        <translation>单位来稿</translation>
    </message>
    <message>
        <source>Enter a manuscript</source>
        <translation>登记来稿</translation>
    </message>
    <message>
        <source>What counties and departments sent to the news outlets stands here, with the reports that came of it. Enter the first manuscript of this period, or look at another period.</source>
        <translation>各县（市、区）和部门向新闻单位报送的稿件登记在这里，连同据以刊播的报道。请登记这段时间的第一篇，或换一段时间查看。</translation>
    </message>
    <message>
        <source>No manuscript is entered</source>
        <translation>没有登记来稿</translation>
    </message>
    <message>
        <source>Not of it</source>
        <translation>不算采用</translation>
    </message>
    <message>
        <source>Reports that came of it</source>
        <translation>据以刊播的报道</translation>
    </message>
    <message>
        <source>Likely reports</source>
        <translation>可能的采用</translation>
    </message>
    <message>
        <source>No report of the weeks around has a title like it.</source>
        <translation>前后几周的报道中没有标题相近的。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认采用</translation>
    </message>
</context>
<context>
    <name>ManyItemsForm</name>
    <message>
        <source>Change {field}</source>
        <translation>修改{field}</translation>
    </message>
    <message>
        <source>Edit {count} together</source>
        <translation>批量修改 {count}</translation>
    </message>
    <message>
        <source>Change {count}</source>
        <translation>修改 {count}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>报道形式</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>宣传内容</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>as the outlet</source>
        <translation>同媒体单位</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Page or time</source>
        <translation>版面时段</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>MaterialEditor</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New material</source>
        <translation>起草文稿</translation>
    </message>
    <message>
        <source>Edit “{title}”</source>
        <translation>改稿：{title}</translation>
    </message>
    <message>
        <source>A changed text is reviewed again from the first step, and you cannot sign it off yourself.</source>
        <translation>改动文字后，须从第一环节重新审签；您自己不能再签这份文稿。</translation>
    </message>
    <message>
        <source>This text is in review or signed off</source>
        <translation>这份文稿正在送审或已签发</translation>
    </message>
    <message>
        <source>Throw away what I typed</source>
        <translation>不保存，关闭</translation>
    </message>
    <message>
        <source>What you typed is not saved yet</source>
        <translation>您写的文字还没有保存</translation>
    </message>
    <message>
        <source>Copy my text, show the present one</source>
        <translation>复制我的文字，读入现在的文字</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>没有保存</translation>
    </message>
    <message>
        <source>This was typed and kept {time}, and never saved. Go on writing, or take the saved text.</source>
        <translation>{time}自动留下的，一直没有保存。可以接着写，也可以改用已保存的文字。</translation>
    </message>
    <message>
        <source>Take the saved text</source>
        <translation>改用已保存的</translation>
    </message>
    <message>
        <source>Begin with an empty text</source>
        <translation>另起一份空白的</translation>
    </message>
    <message>
        <source>See both texts</source>
        <translation>对照两份文字</translation>
    </message>
    <message>
        <source>A text that was not saved</source>
        <translation>这是没有保存的文字</translation>
    </message>
    <message>
        <source>Save mine as the next revision</source>
        <translation>把我的存为新一版</translation>
    </message>
    <message>
        <source>Draft kept {time}</source>
        <translation>草稿已存 {time}</translation>
    </message>
    <message>
        <source>Draft not kept yet: no connection to the data. Do not close this window.</source>
        <translation>草稿还没有存下：连不上数据。请不要关闭窗口。</translation>
    </message>
    <message>
        <source>You can go on: whoever saves second sees both texts.</source>
        <translation>可以继续写：后保存的人会看到两份文稿。</translation>
    </message>
</context>
<context>
    <name>MaterialMarking</name>
    <message>
        <source>Mark for the bulletin</source>
        <translation>标为备选稿</translation>
    </message>
    <message>
        <source>Mark “{title}” for the bulletin</source>
        <translation>把“{title}”标为备选稿</translation>
    </message>
</context>
<context>
    <name>MaterialPane</name>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Opinion: may stay empty to agree; to return it, write what is to be changed</source>
        <translation>意见：同意可以不写；退回修改请写明要改什么</translation>
    </message>
    <message>
        <source>Then from the start</source>
        <translation>改后从头审</translation>
    </message>
    <message>
        <source>Then back to this step</source>
        <translation>改后回到本环节</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>审签环节</translation>
    </message>
    <message>
        <source>{name} is at it</source>
        <translation>{name}在办</translation>
    </message>
    <message>
        <source>Opinion on the check; may stay empty. What is wrong is corrected or voided</source>
        <translation>补审意见，可以不写；有错的请更正或作废</translation>
    </message>
</context>
<context>
    <name>MaterialSide</name>
    <message>
        <source>No material is chosen</source>
        <translation>还没有选中文稿</translation>
    </message>
    <message>
        <source>Choose one in the list, or draft one.</source>
        <translation>请在左边选一份，或起草一份。</translation>
    </message>
</context>
<context>
    <name>MaterialVerbs</name>
    <message>
        <source>Edit</source>
        <translation>改稿</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation>送审…</translation>
    </message>
    <message>
        <source>Recall…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Record paper sign-off…</source>
        <translation>登记纸质签批…</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>印发</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>补审</translation>
    </message>
    <message>
        <source>Add reviewer…</source>
        <translation>加签…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>转办…</translation>
    </message>
    <message>
        <source>Ask for advice…</source>
        <translation>征求意见…</translation>
    </message>
    <message>
        <source>Give advice…</source>
        <translation>答复意见…</translation>
    </message>
    <message>
        <source>Chase</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Issue first, check later…</source>
        <translation>先发后审…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>弃稿</translation>
    </message>
    <message>
        <source>Take out of the trash</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>终止…</translation>
    </message>
</context>
<context>
    <name>MatterForm</name>
    <message>
        <source>Pin a matter</source>
        <translation>记入未了事项</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>未了事项</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>暂未指定</translation>
    </message>
    <message>
        <source>by the day</source>
        <translation>到这一天</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>MeaningForm</name>
    <message>
        <source>What is {sheet}?</source>
        <translation>“{sheet}”是什么表？</translation>
    </message>
    <message>
        <source>Say so</source>
        <translation>按此处理</translation>
    </message>
    <message>
        <source>It looks like: {meaning}</source>
        <translation>程序看来是：{meaning}</translation>
    </message>
    <message>
        <source>This sheet is</source>
        <translation>这张表是</translation>
    </message>
</context>
<context>
    <name>MembersField</name>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>until</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Import and export</source>
        <translation>导入导出(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Switch person…</source>
        <translation>换人登录…</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Acts so far…</source>
        <translation>操作列表…</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>筛选本页</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>搜索和命令</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一区域</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一区域</translation>
    </message>
    <message>
        <source>Import county returns…</source>
        <translation>导入报送表…</translation>
    </message>
    <message>
        <source>Imports so far…</source>
        <translation>导入记录…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Why is it grey</source>
        <translation>为什么点不了</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Undo: {name}</source>
        <translation>撤销：{name}</translation>
    </message>
    <message>
        <source>Redo: {name}</source>
        <translation>重做：{name}</translation>
    </message>
    <message>
        <source>Who has sent…</source>
        <translation>报送情况…</translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>回收站…</translation>
    </message>
    <message>
        <source>Record of acts…</source>
        <translation>操作记录…</translation>
    </message>
    <message>
        <source>My PIN…</source>
        <translation>我的签批码…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>My password…</source>
        <translation>我的密码…</translation>
    </message>
    <message>
        <source>People and accounts…</source>
        <translation>人员和账号…</translation>
    </message>
    <message>
        <source>Who may do what…</source>
        <translation>职责与权限…</translation>
    </message>
    <message>
        <source>Working days…</source>
        <translation>工作日历…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Several desks: move to a server…</source>
        <translation>多人使用：迁到服务器…</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>导出全部数据…</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>保存诊断信息…</translation>
    </message>
    <message>
        <source>Counting rules…</source>
        <translation>统计口径…</translation>
    </message>
    <message>
        <source>Contents of the help</source>
        <translation>帮助目录</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新版本有什么变化</translation>
    </message>
    <message>
        <source>Back to the office&apos;s data</source>
        <translation>回到正式数据</translation>
    </message>
    <message>
        <source>Practice office</source>
        <translation>练习库</translation>
    </message>
    <message>
        <source>Begin practice anew…</source>
        <translation>重新开始练习…</translation>
    </message>
    <message>
        <source>Quick guide on paper…</source>
        <translation>打印快速指南…</translation>
    </message>
    <message>
        <source>Move over old ledgers…</source>
        <translation>旧台账迁入…</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Becomes part of it</source>
        <translation>并入其中的</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>对调</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose what is to become part of it.</source>
        <translation>请选择要并入的一条。</translation>
    </message>
    <message>
        <source>Not to be merged</source>
        <translation>不能合并</translation>
    </message>
    <message>
        <source>Not merged</source>
        <translation>没有合并</translation>
    </message>
    <message>
        <source>“{gone}” becomes part of “{kept}”. It can be undone by name, also later.</source>
        <translation>“{gone}”并入“{kept}”。合并可以撤销，以后也可以从“合并记录”撤销。</translation>
    </message>
    <message>
        <source>No rows: it was never used.</source>
        <translation>没有记录：从未用过。</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>转移的记录</translation>
    </message>
    <message>
        <source>Spellings taken over</source>
        <translation>接收的写法</translation>
    </message>
    <message>
        <source>On both sides</source>
        <translation>两边都有的</translation>
    </message>
    <message>
        <source>Nothing stands on both sides.</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>and {count} more of the same sort</source>
        <translation>另有 {count} 项同类</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 项请过目</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>合并后的样子</translation>
    </message>
    <message>
        <source>Somebody has changed this meanwhile</source>
        <translation>这一条刚被别人改过</translation>
    </message>
    <message>
        <source>Go on with this</source>
        <translation>按所选继续</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>返回表单</translation>
    </message>
    <message>
        <source>Nothing is saved yet: the form opens again with what you choose.</source>
        <translation>还没有保存：按所选内容重新打开表单。</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>用对方的</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者都留</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Taken from the other: {names}.</source>
        <translation>对方改的已采用：{names}。</translation>
    </message>
    <message>
        <source>Kept of yours: {names}.</source>
        <translation>您改的已保留：{names}。</translation>
    </message>
    <message>
        <source>Both have changed these; choose for each:</source>
        <translation>下面几栏两边都改了，请逐栏选择：</translation>
    </message>
</context>
<context>
    <name>MergesDialog</name>
    <message>
        <source>Mergings so far</source>
        <translation>合并记录</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Each merging will be listed here and can be taken back.</source>
        <translation>每次合并都列在这里，可以撤销。</translation>
    </message>
    <message>
        <source>Nothing has been merged</source>
        <translation>还没有合并过</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Became part of another</source>
        <translation>被并入的名称</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>Move the office to a server</source>
        <translation>把数据迁到服务器</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>开始迁移</translation>
    </message>
    <message>
        <source>PostgreSQL 15 or later; a port goes after a colon.</source>
        <translation>PostgreSQL 15 或更高版本；端口写在冒号后面。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>It has to be there and empty: createdb xcdesk.</source>
        <translation>须先建好空数据库：createdb xcdesk。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>An account that may make roles. It is used for this and kept nowhere.</source>
        <translation>能建角色的账号，只用这一次，不会保存。</translation>
    </message>
    <message>
        <source>Keeper of the server</source>
        <translation>服务器管理员账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>MoveOverDialog</name>
    <message>
        <source>Move over old ledgers</source>
        <translation>旧台账迁入</translation>
    </message>
    <message>
        <source>Choose the folder in which the ledgers lie. Nothing is written here: names go to the roster and rows into the log only after you have seen them. Reading a file again doubles nothing, and every import can be undone.</source>
        <translation>请选择旧台账所在的文件夹。这里不写入任何内容：名单列入名册、报道写进登记之前，都先给您看。同一文件再读一次不会重复登记，每次导入都可以撤销。</translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>{count} files were not read, first {name}</source>
        <translation>有 {count} 个文件没有读出，先看 {name}</translation>
    </message>
    <message>
        <source>No file is chosen</source>
        <translation>还没有选择文件</translation>
    </message>
    <message>
        <source>Every sheet of the files is listed here with what it seems to be.</source>
        <translation>选好后，每张工作表和程序判断的内容都列在这里。</translation>
    </message>
    <message>
        <source>{done} of {all} sheets are here</source>
        <translation>{all} 张工作表中，{done} 张已全部导入</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>继续迁入…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>This sheet is…</source>
        <translation>这张表是…</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>重新核对</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Not to be moved</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>a folder or file</source>
        <translation>文件夹或文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Total in it</source>
        <translation>表内合计</translation>
    </message>
    <message>
        <source>Counted now</source>
        <translation>现在计数</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>{count} not here yet</source>
        <translation>还有 {count} 没有导入</translation>
    </message>
    <message>
        <source>{differing} differ, {wrong} with problems</source>
        <translation>不一致 {differing} 行，有问题 {wrong} 行</translation>
    </message>
    <message>
        <source>nothing was understood in it</source>
        <translation>没有读出内容</translation>
    </message>
    <message>
        <source>all of it is here</source>
        <translation>已全部导入</translation>
    </message>
    <message>
        <source>{count} figures differ from the log</source>
        <translation>{count} 个数字与登记不一致</translation>
    </message>
    <message>
        <source>{count} figures name no time, or nothing known</source>
        <translation>{count} 个数字没写明时间或对象</translation>
    </message>
    <message>
        <source>all figures agree with the log</source>
        <translation>数字与登记全部一致</translation>
    </message>
</context>
<context>
    <name>MovingAway</name>
    <message>
        <source>Moving the office and comparing every row…</source>
        <translation>正在迁移并逐行比对…</translation>
    </message>
</context>
<context>
    <name>NewFormForm</name>
    <message>
        <source>Ask outside about “{title}”</source>
        <translation>就《{title}》征求意见</translation>
    </message>
    <message>
        <source>Give it a number</source>
        <translation>编号并存文件</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>征求对象</translation>
    </message>
    <message>
        <source>A unit or a person, as it is printed.</source>
        <translation>单位或个人，照此印在单子上。</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>请予答复</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>可以不填。</translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation>反馈期限</translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>Settings of the office</source>
        <translation>办公室设置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>29.61 pt, 22 lines fill the page</source>
        <translation>29.61 磅，每页排满 22 行</translation>
    </message>
    <message>
        <source>28.95 pt, as set in Word</source>
        <translation>28.95 磅，与 Word 常用设置一致</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室名称</translation>
    </message>
    <message>
        <source>Issuing body</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>Masthead of the internal reference</source>
        <translation>内部参考刊头</translation>
    </message>
    <message>
        <source>Masthead of the circular</source>
        <translation>通报刊头</translation>
    </message>
    <message>
        <source>Line at the upper left</source>
        <translation>左上角字样</translation>
    </message>
    <message>
        <source>Printed by</source>
        <translation>印发机关</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>报</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>送</translation>
    </message>
    <message>
        <source>Issue to</source>
        <translation>发</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>印数</translation>
    </message>
    <message>
        <source>Line pitch</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>For this machine only. Empty prints with the fonts that come with the program.</source>
        <translation>只对这台电脑有效。留空则使用程序自带的字体。</translation>
    </message>
    <message>
        <source>Folder with the office&apos;s fonts</source>
        <translation>办公室字体文件夹</translation>
    </message>
    <message>
        <source>Review steps</source>
        <translation>审签环节</translation>
    </message>
    <message>
        <source>Shown for reading only.</source>
        <translation>这里只供查看。</translation>
    </message>
    <message>
        <source>What was removed can be put back for so many days. 0 keeps it for ever.</source>
        <translation>移除的内容在这些天内可以还原。填 0 表示一直保留。</translation>
    </message>
    <message>
        <source>Days in the trash</source>
        <translation>回收站保留天数</translation>
    </message>
    <message>
        <source>The window of a person with a password is locked when nobody has touched it so long. 0 never.</source>
        <translation>有密码的人离开这么久，窗口自动锁定。填 0 不锁定。</translation>
    </message>
    <message>
        <source>Minutes until locked</source>
        <translation>无人操作几分钟后锁定</translation>
    </message>
</context>
<context>
    <name>OfficeTools</name>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>设置已保存</translation>
    </message>
    <message>
        <source>Backed up and checked, {rows}</source>
        <translation>已备份并核验，共 {rows}</translation>
    </message>
    <message>
        <source>{step} ({role})</source>
        <translation>{step}（{role}）</translation>
    </message>
    <message>
        <source>{kind}: {steps}</source>
        <translation>{kind}：{steps}</translation>
    </message>
    <message>
        <source>{count} removed for good from the trash: their days were over</source>
        <translation>回收站已清除 {count}：保留天数已满</translation>
    </message>
    <message>
        <source>Folder for everything that the office keeps</source>
        <translation>全部数据导出到哪个文件夹</translation>
    </message>
    <message>
        <source>xcdesk {day}</source>
        <translation>宣传工作台全部数据 {day}</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Packed files (*.zip)</source>
        <translation>压缩包 (*.zip)</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>Collecting diagnostics…</source>
        <translation>正在收集诊断信息…</translation>
    </message>
</context>
<context>
    <name>OtherDesks</name>
    <message>
        <source>{people} has just changed something here</source>
        <translation>{people}刚在别处改了数据，已更新</translation>
    </message>
    <message>
        <source>Server away; what you type stays. Connecting again…</source>
        <translation>服务器断开，正在重连…（您输入的内容还在）</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>已重新连上</translation>
    </message>
</context>
<context>
    <name>OutletForm</name>
    <message>
        <source>Add outlet</source>
        <translation>新增媒体单位</translation>
    </message>
    <message>
        <source>Edit outlet</source>
        <translation>编辑媒体单位</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Municipal outlets carry the quotas: they owe a leader, a liaison and a column.</source>
        <translation>市级媒体承担任务指标：须明确责任领导、联络员，并开设栏目。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>刊播日</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截稿时间</translation>
    </message>
    <message>
        <source>Leave empty if there is none.</source>
        <translation>没有截稿时间就不填。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>OutletKeeper</name>
    <message>
        <source>Change liaison…</source>
        <translation>更换联络员…</translation>
    </message>
    <message>
        <source>Mark verified</source>
        <translation>记为已核实</translation>
    </message>
    <message>
        <source>Add programme…</source>
        <translation>新增栏目…</translation>
    </message>
    <message>
        <source>Change leader…</source>
        <translation>更换责任领导…</translation>
    </message>
    <message>
        <source>an outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>an outlet that is on the roster</source>
        <translation>在册的媒体单位</translation>
    </message>
</context>
<context>
    <name>OutletMore</name>
    <message>
        <source>Print contact book…</source>
        <translation>打印通讯录…</translation>
    </message>
    <message>
        <source>Quarterly check…</source>
        <translation>季度核实…</translation>
    </message>
    <message>
        <source>Add days off or an extra issue…</source>
        <translation>登记休刊或增刊…</translation>
    </message>
    <message>
        <source>Holiday stop…</source>
        <translation>假日休刊…</translation>
    </message>
    <message>
        <source>Tenures…</source>
        <translation>任职沿革…</translation>
    </message>
    <message>
        <source>Print list of sites…</source>
        <translation>打印链接核对单…</translation>
    </message>
    <message>
        <source>Contact book</source>
        <translation>通讯录</translation>
    </message>
    <message>
        <source>Quarterly check of contacts</source>
        <translation>季度核实联系方式</translation>
    </message>
    <message>
        <source>Sites that carry the link</source>
        <translation>专题链接核对单</translation>
    </message>
    <message>
        <source>Print list of programmes…</source>
        <translation>打印栏目一览…</translation>
    </message>
    <message>
        <source>Programmes and columns</source>
        <translation>媒体栏目开办情况</translation>
    </message>
</context>
<context>
    <name>OutletsView</name>
    <message>
        <source>With gaps only</source>
        <translation>只看有缺口</translation>
    </message>
    <message>
        <source>Retired too</source>
        <translation>含已停用</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Add outlet</source>
        <translation>新增媒体单位</translation>
    </message>
    <message>
        <source>No outlet is on the roster</source>
        <translation>名册里还没有媒体单位</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>By pinyin</source>
        <translation>按拼音排序</translation>
    </message>
    <message>
        <source>Roster order</source>
        <translation>按名册顺序</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Outlets, their people and their columns will stand here. Choose from the shipped list, or add the first one.</source>
        <translation>媒体单位、联系人和专栏都列在这里。可以从参考名单里挑选，也可以自己新增。</translation>
    </message>
</context>
<context>
    <name>OutlookLine</name>
    <message>
        <source>{count} rows written</source>
        <translation>已写入 {count} 行</translation>
    </message>
    <message>
        <source>{count} rows will be written</source>
        <translation>将写入 {count} 行</translation>
    </message>
    <message>
        <source>{count} rows turned down</source>
        <translation>{count} 行退回</translation>
    </message>
    <message>
        <source>{count} rows left for now</source>
        <translation>{count} 行暂不导入</translation>
    </message>
    <message>
        <source>{count} rows to the trash</source>
        <translation>{count} 行移入回收站</translation>
    </message>
</context>
<context>
    <name>OwnAccount</name>
    <message>
        <source>PIN saved</source>
        <translation>签批码已保存</translation>
    </message>
    <message>
        <source>Password saved</source>
        <translation>密码已保存</translation>
    </message>
</context>
<context>
    <name>OwnDayForm</name>
    <message>
        <source>A day of the office</source>
        <translation>设定本办的工作日</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>the office works</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>For example the notice that says so</source>
        <translation>例如依据哪份通知</translation>
    </message>
    <message>
        <source>{day}; by the published calendar: {sort}</source>
        <translation>{day}，按公布的日历：{sort}</translation>
    </message>
</context>
<context>
    <name>PaceView</name>
    <message>
        <source>No quota over a year is in force; set one on the roster page under Quotas.</source>
        <translation>没有执行中的年度指标；可在媒体名册页的“指标”里新增。</translation>
    </message>
    <message>
        <source>No yearly quota</source>
        <translation>没有年度指标</translation>
    </message>
    <message>
        <source>By today it should be {count}.</source>
        <translation>按进度今天应到 {count} 次。</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制错误详情</translation>
    </message>
    <message>
        <source>This step failed because of a fault in the program. What was saved before is safe.</source>
        <translation>程序出了故障，这一步没有完成。之前保存的内容不受影响。</translation>
    </message>
</context>
<context>
    <name>PageSetupForm</name>
    <message>
        <source>Page set-up</source>
        <translation>版面设置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>List of titles before the first item</source>
        <translation>正文前印本期要目</translation>
    </message>
    <message>
        <source>Every copy bears its number</source>
        <translation>每份都印份号</translation>
    </message>
    <message>
        <source>29.61 pt, 22 lines fill the page</source>
        <translation>29.61 磅，22 行撑满版心</translation>
    </message>
    <message>
        <source>28.95 pt, as set in Word</source>
        <translation>28.95 磅，与 Word 通常设置相同</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>报</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>送</translation>
    </message>
    <message>
        <source>Issue to</source>
        <translation>发</translation>
    </message>
    <message>
        <source>Empty: as in the settings of the office.</source>
        <translation>不填就用办公室设置里的。</translation>
    </message>
    <message>
        <source>One a line, copies behind the name. With none, those of the office stand.</source>
        <translation>每行一个单位，名称后面写份数。都不填就用办公室设置里的抄送单位。</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>Masthead</source>
        <translation>报头</translation>
    </message>
    <message>
        <source>Line at the upper left</source>
        <translation>左上角标注</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>要目</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>份号</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>留存份数</translation>
    </message>
    <message>
        <source>For all series</source>
        <translation>各刊通用</translation>
    </message>
    <message>
        <source>Red of the masthead</source>
        <translation>报头红色</translation>
    </message>
    <message>
        <source>Line pitch</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>For this machine only. Empty prints with the fonts that come with the program.</source>
        <translation>只对本机有效。不填时用程序自带的字体打印。</translation>
    </message>
    <message>
        <source>Folder with the office&apos;s fonts</source>
        <translation>本办字体文件夹</translation>
    </message>
    <message>
        <source>As usual: the face of the system, else the one that comes with the program.</source>
        <translation>照常：先用系统字体，没有再用程序自带的。</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Print run as in the settings of the office: {copies}</source>
        <translation>印数按办公室设置：{copies}</translation>
    </message>
    <message>
        <source>{report} + {send} + {issue} + {kept} kept = print run {copies}</source>
        <translation>报 {report} ＋ 送 {send} ＋ 发 {issue} ＋ 留存 {kept} ＝ 共印 {copies}</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>The page could not be printed.</source>
        <translation>版面印不出来。</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>报、送、发名单</translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>Record the paper sign-off of “{title}”</source>
        <translation>登记纸质签批：{title}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Somebody without an account</source>
        <translation>没有账号的人</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签批人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Opinion on the sheet</source>
        <translation>签批意见</translation>
    </message>
    <message>
        <source>It is recorded as signed on paper and recorded by you, and never counts as your agreement.</source>
        <translation>记作“纸质签批、由您代录”，不算您同意。</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Review record</source>
        <translation>办理单</translation>
    </message>
    <message>
        <source>Export the signed sheet…</source>
        <translation>导出签批单…</translation>
    </message>
    <message>
        <source>Steps of each kind…</source>
        <translation>审签环节…</translation>
    </message>
    <message>
        <source>Delegations…</source>
        <translation>代理…</translation>
    </message>
    <message>
        <source>Review record {title}</source>
        <translation>办理单 {title}</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>Trace copy</source>
        <translation>修改痕迹稿</translation>
    </message>
    <message>
        <source>Consulting forms…</source>
        <translation>征求意见单…</translation>
    </message>
    <message>
        <source>Trace copy {title}</source>
        <translation>修改痕迹稿 {title}</translation>
    </message>
    <message>
        <source>Print the text…</source>
        <translation>打印正文…</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Encrypted file</source>
        <translation>加密的文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Nobody can read the file without it, the makers of this program neither.</source>
        <translation>没有口令谁也读不了这个文件，软件开发者也不行。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>My password</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>At least {least} characters; a short sentence is easy to keep in mind.</source>
        <translation>至少 {least} 个字，一句好记的话就行。</translation>
    </message>
    <message>
        <source>The password you were given is only for the first start.</source>
        <translation>管理员给的密码只用于第一次登录，请改成自己的。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
</context>
<context>
    <name>PasswordsOnce</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>The list is kept, and each gets his own line only</source>
        <translation>名单已保存，每人只给他自己的一行</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>保存名单…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>没有写入</translation>
    </message>
</context>
<context>
    <name>PastTenureForm</name>
    <message>
        <source>Enter a tenure: {outlet}</source>
        <translation>补录任职：{outlet}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>已离任</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Office telephone</source>
        <translation>办公电话</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Days on which somebody else held the role are refused by name.</source>
        <translation>与他人任期重叠的日期不能登记，会指出是谁。</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
</context>
<context>
    <name>PastedManuscripts</name>
    <message>
        <source>Manuscripts of the pasted table</source>
        <translation>粘贴的来稿</translation>
    </message>
    <message>
        <source>{count} will be entered, {left} are left out.</source>
        <translation>将登记 {count}，{left} 行不登记。</translation>
    </message>
    <message>
        <source>Enter {count}</source>
        <translation>登记 {count}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not entered</source>
        <translation>没有登记</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>来稿日期</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>报送媒体</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>PastedPeople</name>
    <message>
        <source>Add people from a list</source>
        <translation>从名单添加同事</translation>
    </message>
    <message>
        <source>Name, post, role: one person a line, or cells copied from Excel</source>
        <translation>姓名，职务，职责：每行一人，也可以从 Excel 复制几栏粘贴</translation>
    </message>
    <message>
        <source>List of people</source>
        <translation>人员名单</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Whoever has no role in the list is a clerk. First passwords are made up and shown once; each person chooses one of his own at the first start.</source>
        <translation>没写职责的按经办人员处理。初始密码由程序生成，只显示一次；各人第一次登录时改成自己的密码。</translation>
    </message>
    <message>
        <source>Add {count}</source>
        <translation>添加 {count}</translation>
    </message>
    <message>
        <source>Opening the accounts…</source>
        <translation>正在建立账号…</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>is added</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Correct {role}</source>
        <translation>更正{role}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>For slips of the pen only. When somebody else takes over, change the holder.</source>
        <translation>只用于改正写错的字。换人请用“更换”。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Office telephone</source>
        <translation>办公电话</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>A short name, for example in pinyin.</source>
        <translation>简短的名字，例如拼音。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>A leader signs off; a clerk submits.</source>
        <translation>领导签发，经办人员送审。</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>已离任</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Printed with the name on what the person signs.</source>
        <translation>与姓名一起印在本人签批的文稿上。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>For the first start; the person then chooses one of his own.</source>
        <translation>第一次登录用，登录后由本人改成自己的。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>PetitionerDialog</name>
    <message>
        <source>Petitioner</source>
        <translation>来件人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>保密备注</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Confidential. Do not copy it into title, text or a message.</source>
        <translation>保密内容，不要抄进标题、正文或消息。</translation>
    </message>
</context>
<context>
    <name>PieceEditor</name>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>没有保存</translation>
    </message>
    <message>
        <source>Write it anew</source>
        <translation>改写这段文字</translation>
    </message>
    <message>
        <source>Written anew: it no longer follows the log. Empty it to have it counted again.</source>
        <translation>这段文字已经改写，不再随登记变化；清空后恢复按登记成文。</translation>
    </message>
    <message>
        <source>This sentence is put in words from the coverage log and follows it.</source>
        <translation>这段文字由报道登记成文，随登记变化。</translation>
    </message>
    <message>
        <source>This table is counted from the coverage log and prints this rule under it. Type over the caption to change it; empty takes the usual one.</source>
        <translation>本表由报道登记自动统计，表下印出以下口径。表名可以改写；留空用通常的表名。</translation>
    </message>
    <message>
        <source>You can go on: whoever saves second keeps his text or takes the other.</source>
        <translation>可以继续写：后保存的人选用自己的或对方的文字。</translation>
    </message>
    <message>
        <source>Compare field by field…</source>
        <translation>逐项对照…</translation>
    </message>
</context>
<context>
    <name>PieceLines</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
</context>
<context>
    <name>PieceVerbs</name>
    <message>
        <source>Include</source>
        <translation>收入本期</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>To the next section</source>
        <translation>移到下一栏</translation>
    </message>
    <message>
        <source>To the section before</source>
        <translation>移到上一栏</translation>
    </message>
    <message>
        <source>Add a section…</source>
        <translation>加栏目…</translation>
    </message>
    <message>
        <source>Rename the section…</source>
        <translation>栏目改名…</translation>
    </message>
    <message>
        <source>Write an item</source>
        <translation>自写一篇</translation>
    </message>
    <message>
        <source>Write an editor&apos;s note</source>
        <translation>写编者按</translation>
    </message>
    <message>
        <source>Receive a contribution…</source>
        <translation>收来稿…</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>改正文</translation>
    </message>
    <message>
        <source>Decline or put back</source>
        <translation>不用或放回</translation>
    </message>
    <message>
        <source>Take the mark off</source>
        <translation>取消备选</translation>
    </message>
    <message>
        <source>Record of changes…</source>
        <translation>变更记录…</translation>
    </message>
    <message>
        <source>Add “{title}”</source>
        <translation>加入“{title}”</translation>
    </message>
    <message>
        <source>Write in a large window…</source>
        <translation>在大窗口里写…</translation>
    </message>
    <message>
        <source>Write a paragraph</source>
        <translation>写一段文字</translation>
    </message>
    <message>
        <source>Insert from the log…</source>
        <translation>插入登记数字…</translation>
    </message>
</context>
<context>
    <name>PinForm</name>
    <message>
        <source>My PIN</source>
        <translation>我的签批码</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{least} to {most} digits, instead of the password when you sign off or unlock the window. Leave it empty to do without.</source>
        <translation>{least} 到 {most} 位数字，签批和解锁窗口时可以代替密码。留空表示不用签批码。</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新签批码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
</context>
<context>
    <name>PracticeOffice</name>
    <message>
        <source>Making the practice data…</source>
        <translation>正在准备练习库…</translation>
    </message>
</context>
<context>
    <name>Preceded</name>
    <message>
        <source>Backing up first…</source>
        <translation>先做备份…</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>The page could not be printed.</source>
        <translation>版面没有排出来。</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>{page} of {pages}, as it will be printed</source>
        <translation>第 {page}/{pages} 页，与印出的一样</translation>
    </message>
    <message>
        <source>Size of the page</source>
        <translation>页面大小</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Width of the page</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Two pages</source>
        <translation>双页</translation>
    </message>
    <message>
        <source>{page} of {pages}, as it went out</source>
        <translation>第 {page}/{pages} 页，印发原样</translation>
    </message>
</context>
<context>
    <name>PrintForm</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count} 页</translation>
    </message>
    <message>
        <source>On both sides, bound at the long edge</source>
        <translation>双面，长边装订</translation>
    </message>
    <message>
        <source>Shrink to what the printer can reach</source>
        <translation>缩小到打印机的可打印范围</translation>
    </message>
    <message>
        <source>System dialog…</source>
        <translation>系统打印设置…</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>For example 1-3,5; empty prints all.</source>
        <translation>例如 1-3,5；不填就全部打印。</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>单双面</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Otherwise as large as it is set.</source>
        <translation>不勾选时按版面原大打印。</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>This printer does not reach all of the page: what stands at its edge is cut off.</source>
        <translation>这台打印机印不到纸边，版面边缘的内容会被裁掉。</translation>
    </message>
</context>
<context>
    <name>PrintoutDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Export Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
    <message>
        <source>Export Word…</source>
        <translation>导出 Word…</translation>
    </message>
</context>
<context>
    <name>PrivateDetails</name>
    <message>
        <source>Show private details…</source>
        <translation>查看个人信息…</translation>
    </message>
    <message>
        <source>Correct private details…</source>
        <translation>更正个人信息…</translation>
    </message>
    <message>
        <source>Erase private details at request…</source>
        <translation>应本人要求删除个人信息…</translation>
    </message>
    <message>
        <source>Key of private details…</source>
        <translation>个人信息密钥…</translation>
    </message>
</context>
<context>
    <name>ProgrammeForm</name>
    <message>
        <source>Add programme: {outlet}</source>
        <translation>新增栏目：{outlet}</translation>
    </message>
    <message>
        <source>Edit programme: {outlet}</source>
        <translation>编辑栏目：{outlet}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The campaign&apos;s fixed column</source>
        <translation>执行力提升年固定栏目</translation>
    </message>
    <message>
        <source>opened on</source>
        <translation>已开办，自</translation>
    </message>
    <message>
        <source>first day without it</source>
        <translation>已结束，自</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>栏目名称</translation>
    </message>
    <message>
        <source>It counts as open from the day given below.</source>
        <translation>自下面的开办日期起算作已开。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>固定栏目</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开办</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add programme</source>
        <translation>新增栏目</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
</context>
<context>
    <name>ProgrammeKeeper</name>
    <message>
        <source>Reports of the programme</source>
        <translation>查看栏目报道</translation>
    </message>
    <message>
        <source>Remove programme</source>
        <translation>移除栏目</translation>
    </message>
    <message>
        <source>a programme</source>
        <translation>一个栏目</translation>
    </message>
</context>
<context>
    <name>ProgrammesView</name>
    <message>
        <source>Campaign columns</source>
        <translation>固定栏目</translation>
    </message>
    <message>
        <source>Not opened yet</source>
        <translation>尚未开办</translation>
    </message>
    <message>
        <source>Closed too</source>
        <translation>含已结束</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Add programme</source>
        <translation>新增栏目</translation>
    </message>
    <message>
        <source>Columns and named programmes of all outlets will stand here. Add the first one.</source>
        <translation>各家媒体的固定栏目和专栏会列在这里。请新增第一个。</translation>
    </message>
    <message>
        <source>No programme is on the roster</source>
        <translation>名册里还没有栏目</translation>
    </message>
    <message>
        <source>the campaign&apos;s fixed column</source>
        <translation>活动固定栏目</translation>
    </message>
    <message>
        <source>a named programme</source>
        <translation>一般栏目</translation>
    </message>
    <message>
        <source>▲ No open campaign column: {outlets}</source>
        <translation>▲ 未开办活动固定专栏：{outlets}</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Space ticks the rows that are chosen.</source>
        <translation>按空格键勾选所选各行。</translation>
    </message>
    <message>
        <source>Only what is ticked is put on the roster. Everything can be changed there later.</source>
        <translation>只有勾选的才列入名册，以后都可以在名册里修改。</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>People</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Put on the roster</source>
        <translation>列入名册</translation>
    </message>
    <message>
        <source>{ticked} of {all} ticked, {there} on the roster already</source>
        <translation>表中 {all}，已勾选 {ticked} 行，名册里已有 {there} 行</translation>
    </message>
</context>
<context>
    <name>QueueLayout</name>
    <message>
        <source>Files to import</source>
        <translation>待导入的文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Files and folders can be dropped here; files and rows of Excel pasted with Ctrl+V.</source>
        <translation>可把文件或文件夹拖进来；复制的文件、Excel 里复制的行，按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>Import queue</source>
        <translation>导入队列</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Materials</source>
        <translation>文稿</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>等我签</translation>
    </message>
    <message>
        <source>Submitted by me</source>
        <translation>我送审的</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>先要的在前</translation>
    </message>
    <message>
        <source>Nothing waits for you. All holds every material.</source>
        <translation>现在没有等您签的文稿。点“全部”看所有文稿。</translation>
    </message>
    <message>
        <source>You have submitted nothing yet. All holds every material.</source>
        <translation>您还没有送审过文稿。点“全部”看所有文稿。</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>没有符合筛选的文稿。请减少字词，或清除筛选。</translation>
    </message>
    <message>
        <source>Check owed</source>
        <translation>待补审</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等得久的在前</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>最近改动</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
</context>
<context>
    <name>QuickEntry</name>
    <message>
        <source>Log</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Not logged</source>
        <translation>没有登记</translation>
    </message>
    <message>
        <source>{count} titles: {first} …</source>
        <translation>{count} 个标题：{first}……</translation>
    </message>
    <message>
        <source>{count} titles for {place}</source>
        <translation>{place}，{count} 个标题</translation>
    </message>
    <message>
        <source>Enter logs them together, Esc gives them up. {titles}</source>
        <translation>按回车一并登记，按 Esc 放弃。{titles}</translation>
    </message>
    <message>
        <source>{outlet}, {day}: “{title}”, logged by {by}, {at}</source>
        <translation>{outlet} {day}《{title}》，{by}登记于 {at}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开那一条</translation>
    </message>
    <message>
        <source>This outlet has this title on this day already</source>
        <translation>这家媒体这一天已登记过这个标题</translation>
    </message>
    <message>
        <source>Log as a reprint</source>
        <translation>记作同稿多发</translation>
    </message>
    <message>
        <source>Log as another piece</source>
        <translation>作为另一篇登记</translation>
    </message>
    <message>
        <source>This title is logged already</source>
        <translation>这个标题已登记过</translation>
    </message>
</context>
<context>
    <name>QuickFields</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Title (Enter logs it)</source>
        <translation>标题（回车登记）</translation>
    </message>
    <message>
        <source>Arrow keys change the day, the page keys the outlet; Backspace leads back to the outlet.</source>
        <translation>上下键改日期，翻页键换媒体单位，退格键回到媒体单位。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>报道形式</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>宣传内容</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Page or time</source>
        <translation>版面时段</translation>
    </message>
</context>
<context>
    <name>QuotaForm</name>
    <message>
        <source>Add quota</source>
        <translation>新增指标</translation>
    </message>
    <message>
        <source>Change quota</source>
        <translation>修改指标</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>from the day</source>
        <translation>自这一天</translation>
    </message>
    <message>
        <source>to the day</source>
        <translation>到这一天</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>考核内容</translation>
    </message>
    <message>
        <source>In each</source>
        <translation>考核周期</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>The change</source>
        <translation>修改范围</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Owed by</source>
        <translation>由谁完成</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>改后要求</translation>
    </message>
    <message>
        <source>From a day on; what was asked before stays</source>
        <translation>从某日起改，此前的要求不变</translation>
    </message>
    <message>
        <source>On all its days; earlier figures change too</source>
        <translation>整段更正，以前的数字也会变</translation>
    </message>
    <message>
        <source>The outlets ticked below, each for itself</source>
        <translation>下面勾选的媒体，各自完成</translation>
    </message>
    <message>
        <source>The office as a whole</source>
        <translation>本办公室整体完成</translation>
    </message>
</context>
<context>
    <name>QuotaKeeper</name>
    <message>
        <source>Writing the weeks…</source>
        <translation>正在写入每周完成情况…</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
</context>
<context>
    <name>QuotasView</name>
    <message>
        <source>Not met only</source>
        <translation>只看未达标</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Add quota</source>
        <translation>新增指标</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>截至{day}</translation>
    </message>
    <message>
        <source>No quota is in force today.</source>
        <translation>今天没有生效的任务指标。</translation>
    </message>
    <message>
        <source>No quotas</source>
        <translation>没有任务指标</translation>
    </message>
    <message>
        <source>Versions of quotas</source>
        <translation>指标历次规定</translation>
    </message>
    <message>
        <source>Weeks met and missed</source>
        <translation>每周完成情况</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>历次规定</translation>
    </message>
    <message>
        <source>Week by week</source>
        <translation>每周达标</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>The next year</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>Write to Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>A week is judged by what the quota asks on its Sunday.</source>
        <translation>每周以周日当天的指标为准；本周未完成的暂不计。</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>Weeks of {year}</source>
        <translation>{year}年内部参考来稿每周完成情况</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>No outlet owed contributions in the weeks of this year that are over.</source>
        <translation>这一年已过去的各周，没有媒体单位承担来稿任务。</translation>
    </message>
    <message>
        <source>No weeks</source>
        <translation>没有可统计的周</translation>
    </message>
</context>
<context>
    <name>RateKeeper</name>
    <message>
        <source>a manuscript; a rate is counted, not entered</source>
        <translation>来稿；采用率由来稿统计得出，不能直接填写</translation>
    </message>
</context>
<context>
    <name>RatesView</name>
    <message>
        <source>Sent something</source>
        <translation>有来稿</translation>
    </message>
    <message>
        <source>Rate of use</source>
        <translation>采用率</translation>
    </message>
    <message>
        <source>Enter a manuscript</source>
        <translation>登记来稿</translation>
    </message>
    <message>
        <source>{used} of {sent}, {rate}</source>
        <translation>采用 {used} / 报送 {sent} 篇，{rate}</translation>
    </message>
    <message>
        <source>Once manuscripts of this period are entered, each unit&apos;s rate stands here.</source>
        <translation>登记这段时间的来稿后，这里列出各单位的采用率。</translation>
    </message>
    <message>
        <source>No manuscript is entered</source>
        <translation>没有登记来稿</translation>
    </message>
</context>
<context>
    <name>ReasonsDialog</name>
    <message>
        <source>Nothing on this page is grey: every verb can be used now.</source>
        <translation>这一页没有灰色按钮，每一项现在都能用。</translation>
    </message>
    <message>
        <source>Why is it grey</source>
        <translation>为什么点不了</translation>
    </message>
</context>
<context>
    <name>RecallForm</name>
    <message>
        <source>Recall “{title}” from review</source>
        <translation>撤回《{title}》</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Stands in the record and on the review record; may stay empty.</source>
        <translation>写进办理记录和办理单，可以不填。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ReceivedForm</name>
    <message>
        <source>Day of receipt</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{file}: so far {day}. Whether a return was in time goes by the first file.</source>
        <translation>《{file}》现记为 {day} 收到。是否按时以最先收到的一份为准。</translation>
    </message>
    <message>
        <source>The file came on</source>
        <translation>收到日期</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Record of acts</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Verify the record</source>
        <translation>校验记录</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>只看这一项</translation>
    </message>
    <message>
        <source>Export Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Search the record</source>
        <translation>搜索操作记录</translation>
    </message>
    <message>
        <source>Clear the filters, or choose other days.</source>
        <translation>可以清除筛选，或换一段日期。</translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>没有符合的记录</translation>
    </message>
    <message>
        <source>Verifying the record…</source>
        <translation>正在校验记录…</translation>
    </message>
    <message>
        <source>The record is whole</source>
        <translation>记录完好</translation>
    </message>
    <message>
        <source>The record has faults</source>
        <translation>记录有问题</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Record of acts {day}</source>
        <translation>操作记录{day}</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>导出操作记录</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在写 {file}</translation>
    </message>
    <message>
        <source>{count} written to {file}</source>
        <translation>已写出 {count}到 {file}</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>没有写出</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Done to</source>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>RecordFilters</name>
    <message>
        <source>Search the record</source>
        <translation>搜索操作记录</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Done to</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>Every act</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部对象</translation>
    </message>
    <message>
        <source>Only: {name}</source>
        <translation>只看：{name}</translation>
    </message>
</context>
<context>
    <name>RecordsDialog</name>
    <message>
        <source>Single records of the backup</source>
        <translation>从备份找回单条记录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Part of a title</source>
        <translation>标题中的文字</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Reading the backup…</source>
        <translation>正在读取备份…</translation>
    </message>
    <message>
        <source>Everything of this kind is as it was in the backup.</source>
        <translation>这一类现在和备份里完全一样。</translation>
    </message>
    <message>
        <source>Nothing is gone or changed</source>
        <translation>没有缺少或改动的</translation>
    </message>
    <message>
        <source>Brought back: {title}</source>
        <translation>已取回：{title}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>RecoverForm</name>
    <message>
        <source>Password forgotten: {name}</source>
        <translation>忘记密码：{name}</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>The recovery code is for administrators and was printed when the office was set up. Anybody else asks an administrator for a new password.</source>
        <translation>恢复码只供管理员使用，建立办公室时已打印。其他人请找管理员重设密码。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>The code is printed or written down</source>
        <translation>恢复码已打印或抄下</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Delete the file once it is printed.</source>
        <translation>打印后请删除这个文件。</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写出：{path}</translation>
    </message>
    <message>
        <source>If an administrator forgets the password, this code is the way back. It is shown this once: print the page or write the code down, seal it and lock it away.</source>
        <translation>管理员忘记密码时，凭恢复码重设。恢复码只显示这一次：请打印这一页，或者抄下来，封好后锁起来。</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>Register</source>
        <translation>登记簿</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>到页面查看</translation>
    </message>
    <message>
        <source>Look at and print…</source>
        <translation>查看并打印…</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>打印目录…</translation>
    </message>
    <message>
        <source>Search the register</source>
        <translation>搜索登记簿</translation>
    </message>
    <message>
        <source>Numbered copies…</source>
        <translation>按份号印…</translation>
    </message>
    <message>
        <source>A file for each receiver…</source>
        <translation>每个收件单位一个文件…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Save Word…</source>
        <translation>存为 Word…</translation>
    </message>
    <message>
        <source>Save Excel…</source>
        <translation>存为 Excel…</translation>
    </message>
    <message>
        <source>What is issued gets its number and stands here, with its files as they went out.</source>
        <translation>印发时取号，连同印出的文件登记在这里。</translation>
    </message>
    <message>
        <source>Nothing was issued yet</source>
        <translation>还没有印发过</translation>
    </message>
    <message>
        <source>Choose another series, year or state, or other words.</source>
        <translation>请换一种刊物、年份或状态，或换几个字再找。</translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>没有符合的条目</translation>
    </message>
    <message>
        <source>Numbered copies of “{title}”</source>
        <translation>“{title}”按份号印</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>没有写出</translation>
    </message>
    <message>
        <source>Written, byte for byte as it went out: {file}</source>
        <translation>已写出，与印发时逐字节相同：{file}</translation>
    </message>
    <message>
        <source>Numbering the copies</source>
        <translation>正在排份号</translation>
    </message>
    <message>
        <source>{count} written</source>
        <translation>已写出 {count}</translation>
    </message>
</context>
<context>
    <name>RegisterFilters</name>
    <message>
        <source>Words of title or text</source>
        <translation>标题或正文里的字</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Every series</source>
        <translation>全部刊物</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>全部年份</translation>
    </message>
</context>
<context>
    <name>RemarksList</name>
    <message>
        <source>To look at</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>没有要看的</translation>
    </message>
    <message>
        <source>Titles, sources, evidence and characters are as they should be.</source>
        <translation>标题、来源、证据和用字都没有问题。</translation>
    </message>
    <message>
        <source>It has been issued. Before that, what deserves a look stands here.</source>
        <translation>已经印发，不再检查。印发以前，要看一眼的列在这里。</translation>
    </message>
</context>
<context>
    <name>ReplyForm</name>
    <message>
        <source>Reply to {name}</source>
        <translation>{name}的回复</translation>
    </message>
    <message>
        <source>Take in {count} comment(s)</source>
        <translation>收入 {count} 条意见</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有填写</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>反馈人</translation>
    </message>
    <message>
        <source>Day of the answer</source>
        <translation>反馈日期</translation>
    </message>
    <message>
        <source>Opinion on the whole</source>
        <translation>总体意见</translation>
    </message>
    <message>
        <source>Changes and remarks</source>
        <translation>改动和意见</translation>
    </message>
    <message>
        <source>The text came back as it was sent.</source>
        <translation>原文没有改动，也没有意见。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>What it should be, or a remark</source>
        <translation>意见</translation>
    </message>
</context>
<context>
    <name>ResolveForm</name>
    <message>
        <source>Resolve</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>How it was resolved</source>
        <translation>办结情况</translation>
    </message>
</context>
<context>
    <name>ReturnsDialog</name>
    <message>
        <source>The reminder is on the clipboard; paste it into a message.</source>
        <translation>催报文字已复制，可粘贴到短信或微信。</translation>
    </message>
</context>
<context>
    <name>ReturnsFiles</name>
    <message>
        <source>Save the template</source>
        <translation>保存报送表模板</translation>
    </message>
    <message>
        <source>Folder for the templates</source>
        <translation>存放模板的文件夹</translation>
    </message>
    <message>
        <source>Making templates</source>
        <translation>正在生成模板</translation>
    </message>
    <message>
        <source>Returns {month}</source>
        <translation>{month}报送情况表</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出报送情况表</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>没有写出</translation>
    </message>
    <message>
        <source>{file} written</source>
        <translation>已写出 {file}</translation>
    </message>
    <message>
        <source>{count} written to {folder}</source>
        <translation>已写出 {count}，在 {folder}</translation>
    </message>
    <message>
        <source>Stopped. The templates made so far are in the folder.</source>
        <translation>已停止。先写好的模板在文件夹里。</translation>
    </message>
</context>
<context>
    <name>ReturnsVerbs</name>
    <message>
        <source>Copy reminder to all</source>
        <translation>复制全部催报文字</translation>
    </message>
    <message>
        <source>Copy reminder</source>
        <translation>复制催报文字</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>登记零报告</translation>
    </message>
    <message>
        <source>Make template…</source>
        <translation>生成模板…</translation>
    </message>
    <message>
        <source>Templates for all…</source>
        <translation>全部模板…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Show the import</source>
        <translation>查看导入批次</translation>
    </message>
    <message>
        <source>Day of receipt…</source>
        <translation>更正收到日期…</translation>
    </message>
    <message>
        <source>Who owes, until when…</source>
        <translation>报送要求…</translation>
    </message>
    <message>
        <source>Why is it grey</source>
        <translation>为什么点不了</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一区域</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>a unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>ReturnsView</name>
    <message>
        <source>Who has sent</source>
        <translation>报送情况</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Files of the unit</source>
        <translation>这个单位的文件</translation>
    </message>
    <message>
        <source>{unit}: no file for this month yet</source>
        <translation>{unit}：这个月还没有来文</translation>
    </message>
    <message>
        <source>{sent} of {all} sent</source>
        <translation>应报 {all}，已报 {sent}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>期限 {day}</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>迟报 {count}</translation>
    </message>
    <message>
        <source>{count} not sent</source>
        <translation>未报 {count}</translation>
    </message>
</context>
<context>
    <name>ReviewStepsDialog</name>
    <message>
        <source>Review steps of each kind</source>
        <translation>各类文稿的审签环节</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>加一个环节</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>version {number} of these steps</source>
        <translation>现为第 {number} 版</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>一个环节</translation>
    </message>
    <message>
        <source>Nobody ticked: everybody of the role may decide. Ticked: those alone, in their order where they sign one after the other (dragged, or Alt+Up and Alt+Down). Texts that are under review keep the steps they were submitted with.</source>
        <translation>一个人都不勾选：该岗位的人都可以办理。勾选了人：只由这些人办理，依次签的按从上到下的次序（拖动，或按 Alt+↑↓）。正在审签的文稿仍按送审时的环节走。</translation>
    </message>
</context>
<context>
    <name>RolesDialog</name>
    <message>
        <source>Who may do what</source>
        <translation>职责与权限</translation>
    </message>
    <message>
        <source>as each review step says</source>
        <translation>按每类文稿的审签环节</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>可以</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不可以</translation>
    </message>
</context>
<context>
    <name>RosterMerges</name>
    <message>
        <source>Entered twice?…</source>
        <translation>查找重复…</translation>
    </message>
    <message>
        <source>Mergings so far…</source>
        <translation>合并记录…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>outlets, units or lists</source>
        <translation>媒体单位、单位或选项清单</translation>
    </message>
    <message>
        <source>an outlet, a unit or an entry of a list</source>
        <translation>一家媒体、一个单位或一个选项</translation>
    </message>
    <message>
        <source>Record of changes…</source>
        <translation>变更记录…</translation>
    </message>
    <message>
        <source>an outlet, a unit, a quota, an entry or a site</source>
        <translation>一家媒体、一个单位、一项任务指标、一个选项或一个站点</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Outlets</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>媒体名册</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>专题链接</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>栏目</translation>
    </message>
</context>
<context>
    <name>RosterVerbs</name>
    <message>
        <source>Add outlet</source>
        <translation>新增媒体单位</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Add spelling…</source>
        <translation>新增写法…</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>一条记录</translation>
    </message>
    <message>
        <source>an outlet or a unit</source>
        <translation>媒体单位或单位</translation>
    </message>
    <message>
        <source>a row in use</source>
        <translation>在用的记录</translation>
    </message>
    <message>
        <source>a retired row</source>
        <translation>已停用的记录</translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Choose from proposals…</source>
        <translation>从参考名单挑选…</translation>
    </message>
</context>
<context>
    <name>RowChoices</name>
    <message>
        <source>As the sheet has it</source>
        <translation>恢复原样</translation>
    </message>
</context>
<context>
    <name>RowHistory</name>
    <message>
        <source>Record of changes: {name}</source>
        <translation>变更记录：{name}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>It stands as the office was founded with it.</source>
        <translation>自建库以来没有改动。</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>还没有改动</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
</context>
<context>
    <name>RowStrip</name>
    <message>
        <source>Row {row}: {heading}</source>
        <translation>第 {row} 行：{heading}</translation>
    </message>
    <message>
        <source>{heading}; F2 corrects a cell</source>
        <translation>{heading}，按 F2 改单元格</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This explains the figures to readers. It never changes how anything is counted.</source>
        <translation>只向读者说明数字怎样得来，不改变任何计数。</translation>
    </message>
    <message>
        <source>Counting rule</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>Filled in when it is printed: {facts}</source>
        <translation>印制时自动填入：{facts}</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>自带文字</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>Who owes a return, and until when</source>
        <translation>报送要求</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Move to the next working day</source>
        <translation>顺延到下一个工作日</translation>
    </message>
    <message>
        <source>Units that owe a return</source>
        <translation>应报单位</translation>
    </message>
    <message>
        <source>Due on this day of the next month</source>
        <translation>次月几日前报送</translation>
    </message>
    <message>
        <source>If there is no work that day</source>
        <translation>遇休息日</translation>
    </message>
    <message>
        <source>Working days to correct a returned one</source>
        <translation>退回后几个工作日内重报</translation>
    </message>
    <message>
        <source>Contact of the office</source>
        <translation>本办联系人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Contact, telephone and mailbox stand in templates, returned workbooks and reminders.</source>
        <translation>联系人、电话和邮箱写在模板、退回表和催报文字里。</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>报送邮箱</translation>
    </message>
    <message>
        <source>One rule a line, added to the instructions of every template.</source>
        <translation>一行一条，写在每份模板的填报说明里。</translation>
    </message>
    <message>
        <source>Rules for filling in</source>
        <translation>填报要求</translation>
    </message>
</context>
<context>
    <name>SecretForms</name>
    <message>
        <source>Present password</source>
        <translation>现在的密码</translation>
    </message>
</context>
<context>
    <name>SectionForm</name>
    <message>
        <source>Rename the section</source>
        <translation>栏目改名</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>加栏目</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As it is printed above its items.</source>
        <translation>印在这一栏稿件上方的名称。</translation>
    </message>
</context>
<context>
    <name>SetUpDialog</name>
    <message>
        <source>Set up the office</source>
        <translation>初次设置</translation>
    </message>
    <message>
        <source>Do not ask any more</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再做</translation>
    </message>
    <message>
        <source>Five steps, in any order. Each can be skipped; what is left waits on Today. Nothing is put on the roster before you have seen and ticked it.</source>
        <translation>共五步，次序不限，都可以跳过，没做完的留在“今日”页接着做。名单都先给您看，勾选后才列入名册。</translation>
    </message>
    <message>
        <source>The office is set up</source>
        <translation>初次设置已完成</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>已完成 {done} / {all}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>{verb}: {step}</source>
        <translation>{verb}：{step}</translation>
    </message>
    <message>
        <source>Skip a step</source>
        <translation>跳过一步</translation>
    </message>
    <message>
        <source>Ask no more about the set-up</source>
        <translation>不再提示初次设置</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
    <message>
        <source>Fill in…</source>
        <translation>填写…</translation>
    </message>
    <message>
        <source>Paste a list…</source>
        <translation>粘贴名单…</translation>
    </message>
    <message>
        <source>One by one…</source>
        <translation>逐个添加…</translation>
    </message>
    <message>
        <source>Proposed outlets…</source>
        <translation>参考名单…</translation>
    </message>
    <message>
        <source>Outlets of a workbook…</source>
        <translation>从工作簿读取…</translation>
    </message>
    <message>
        <source>Proposed units…</source>
        <translation>参考名单…</translation>
    </message>
    <message>
        <source>Units of a workbook…</source>
        <translation>从工作簿读取…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Name of the office, mastheads, receivers and copies, as they are printed.</source>
        <translation>办公室名称、刊头、报送范围和份数，都会照此印在刊物上。</translation>
    </message>
    <message>
        <source>Who works here, pasted from a list; each gets a first password.</source>
        <translation>把同事名单粘贴进来，每人发一个初始密码。</translation>
    </message>
    <message>
        <source>Those of the city, the province and the nation, or a workbook of your own.</source>
        <translation>市、省、中央媒体的参考名单，或者您自己的工作簿。</translation>
    </message>
    <message>
        <source>Counties, departments and enterprises that send and answer.</source>
        <translation>报送稿件、承办事项的县市区、部门和企业。</translation>
    </message>
    <message>
        <source>The tables you keep now; see what was read before it counts.</source>
        <translation>正在用的统计表，先看读出了什么，确认后才计数。</translation>
    </message>
    <message>
        <source>Old ledgers…</source>
        <translation>旧台账迁入…</translation>
    </message>
</context>
<context>
    <name>SettingUp</name>
    <message>
        <source>Proposed outlets</source>
        <translation>媒体单位参考名单</translation>
    </message>
    <message>
        <source>Proposed units</source>
        <translation>单位参考名单</translation>
    </message>
    <message>
        <source>A workbook with units</source>
        <translation>选择单位名单工作簿</translation>
    </message>
    <message>
        <source>A workbook with outlets</source>
        <translation>选择媒体单位名单工作簿</translation>
    </message>
    <message>
        <source>Put proposals on the roster</source>
        <translation>批量列入名册</translation>
    </message>
    <message>
        <source>{count} put on the roster</source>
        <translation>已列入名册 {count} 家</translation>
    </message>
    <message>
        <source>Each signs in with his login and this password, and chooses one of his own then. The passwords are shown this once; an administrator can give a new one at any time.</source>
        <translation>各人用自己的登录名和这个密码登录，登录后改成自己的密码。密码只显示这一次；忘了可以由管理员另发。</translation>
    </message>
    <message>
        <source>First passwords</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
</context>
<context>
    <name>SheetForm</name>
    <message>
        <source>Scans</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Day on the sheet</source>
        <translation>签批日期</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描件</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>The sheet as it was sent</source>
        <translation>报送的原表</translation>
    </message>
    <message>
        <source>Click the row that is the heading. Click above a column, or press Alt+Down, to name it.</source>
        <translation>点一行（或按回车）作表头；点列上方（或按 Alt+↓）改这一列的内容。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Rows of the heading: as found</source>
        <translation>表头行数：自动</translation>
    </message>
    <message>
        <source>Rows of the heading: {count}</source>
        <translation>表头占 {count} 行</translation>
    </message>
    <message>
        <source>Rows of the heading</source>
        <translation>表头行数</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>{count} hidden rows</source>
        <translation>隐藏的 {count} 行</translation>
    </message>
    <message>
        <source>{count} hidden columns</source>
        <translation>隐藏的 {count} 列</translation>
    </message>
    <message>
        <source>{count} hidden sheets</source>
        <translation>隐藏的 {count} 张工作表</translation>
    </message>
    <message>
        <source>Read {parts} too</source>
        <translation>也读入{parts}</translation>
    </message>
    <message>
        <source>as found: {encoding}</source>
        <translation>自动：{encoding}</translation>
    </message>
    <message>
        <source>Do not import this column</source>
        <translation>不导入此列</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Column {column}: {field}</source>
        <translation>“{column}”列：{field}</translation>
    </message>
    <message>
        <source>Heading in row {row}</source>
        <translation>表头改到第 {row} 行</translation>
    </message>
    <message>
        <source>Encoding {encoding}</source>
        <translation>文字编码：{encoding}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Print those of all tabs…</source>
        <translation>打印全部页面的快捷键…</translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message>
        <source>PIN or password</source>
        <translation>签批码或密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Carried out by {name}, and recorded so.</source>
        <translation>由{name}办理，记入操作记录。</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Who sits here</source>
        <translation>现在是谁在用</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Everything you enter and sign is recorded under this name.</source>
        <translation>您登记和签批的内容都记在这个姓名下。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Forgot the password…</source>
        <translation>忘记密码…</translation>
    </message>
    <message>
        <source>This account has no password</source>
        <translation>这个账号没有密码</translation>
    </message>
</context>
<context>
    <name>SimilarBox</name>
    <message>
        <source>▲ Like ones are there already:</source>
        <translation>▲ 已有相近的事项：</translation>
    </message>
</context>
<context>
    <name>SpellingForm</name>
    <message>
        <source>Add spelling: {owner}</source>
        <translation>新增写法：{owner}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>As it stands in returns. Book marks, spaces and letter widths make no difference.</source>
        <translation>照报送表里的写法填写。书名号、空格和全角半角不作区别。</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>写法</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Undo: {name}</source>
        <translation>撤销：{name}</translation>
    </message>
    <message>
        <source>Can be taken back until the window is closed</source>
        <translation>关闭窗口之前都可以撤销</translation>
    </message>
    <message>
        <source>Taken back: {name}</source>
        <translation>已撤销：{name}</translation>
    </message>
    <message>
        <source>Done again: {name}</source>
        <translation>已重做：{name}</translation>
    </message>
</context>
<context>
    <name>StepEditor</name>
    <message>
        <source>Remove</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Name of the step</source>
        <translation>环节名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>How many agree</source>
        <translation>签批方式</translation>
    </message>
    <message>
        <source>Target in working hours</source>
        <translation>时限（工作小时，0 为不限）</translation>
    </message>
    <message>
        <source>People by name</source>
        <translation>指定人员</translation>
    </message>
</context>
<context>
    <name>StopForm</name>
    <message>
        <source>Days without an issue</source>
        <translation>假日休刊</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>other days</source>
        <translation>其他日期</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>假日</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing is due from them on these days; what they run all the same is counted.</source>
        <translation>这些天不要求刊播；照常刊播的仍计数。</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>{name}  {since} to {until}</source>
        <translation>{name}  {since}至{until}</translation>
    </message>
</context>
<context>
    <name>StrangerChoice</name>
    <message>
        <source>Add to the roster…</source>
        <translation>加入名册…</translation>
    </message>
    <message>
        <source>Outlet that is meant</source>
        <translation>所指的媒体单位</translation>
    </message>
    <message>
        <source>Unit that is meant</source>
        <translation>所指的单位</translation>
    </message>
    <message>
        <source>(choose who is meant)</source>
        <translation>（请选所指的是谁）</translation>
    </message>
    <message>
        <source>It is {name}, from now on</source>
        <translation>是{name}，以后都认</translation>
    </message>
</context>
<context>
    <name>SubmitForm</name>
    <message>
        <source>Submit “{title}”</source>
        <translation>送审：{title}</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>To be seen to</source>
        <translation>送审前请先核对</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>送审说明</translation>
    </message>
    <message>
        <source>For those who review it; may stay empty</source>
        <translation>写给审签人看，可以不写</translation>
    </message>
</context>
<context>
    <name>TallyView</name>
    <message>
        <source>Counts stated and logged</source>
        <translation>表内数与台账数</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>只看不符</translation>
    </message>
    <message>
        <source>Show the rows in the log</source>
        <translation>看台账里的这些行</translation>
    </message>
    <message>
        <source>“{sheet}” does not say for what time it counts. Choose the year above.</source>
        <translation>“{sheet}”没有写明统计的时间，无法与台账对比。请在上面选年份。</translation>
    </message>
    <message>
        <source>“{sheet}” compared for {first} to {last}.</source>
        <translation>“{sheet}”按 {first}至{last} 对比。</translation>
    </message>
    <message>
        <source>Not compared, because nobody knows what they are: {names}.</source>
        <translation>不认识、没有对比的项目：{names}。</translation>
    </message>
</context>
<context>
    <name>TenureHistory</name>
    <message>
        <source>Tenures: {outlet}</source>
        <translation>任职沿革：{outlet}</translation>
    </message>
    <message>
        <source>In office on</source>
        <translation>查询当日在任</translation>
    </message>
    <message>
        <source>Enter a tenure…</source>
        <translation>补录任职…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Leaders, liaisons and others will stand here with their days.</source>
        <translation>责任领导、联络员等的任职起止会列在这里。</translation>
    </message>
    <message>
        <source>Nobody was named yet</source>
        <translation>还没有指定人员</translation>
    </message>
    <message>
        <source>In office</source>
        <translation>在任</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>已离任</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>接手事项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
</context>
<context>
    <name>TermForm</name>
    <message>
        <source>Add entry</source>
        <translation>新增选项</translation>
    </message>
    <message>
        <source>Edit entry</source>
        <translation>编辑选项</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Short form</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>What a cell of the matrix shows.</source>
        <translation>矩阵格子里显示的两个字。</translation>
    </message>
    <message>
        <source>Other words for it in returns, one a line.</source>
        <translation>报送表里的其他写法，一行一个。</translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation>其他写法</translation>
    </message>
    <message>
        <source>Reports are saved under the code, so it stays as it is.</source>
        <translation>报道按代码保存，所以代码不能改。</translation>
    </message>
    <message>
        <source>Small Latin letters, digits and underscores. It cannot be changed later.</source>
        <translation>小写字母、数字和下划线，以后不能改。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>TermsView</name>
    <message>
        <source>Retired too</source>
        <translation>含已停用</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>新增选项</translation>
    </message>
    <message>
        <source>What can be chosen when a report is logged will stand here. Add the first entry.</source>
        <translation>这里列出登记报道时可选的内容。请先新增一项。</translation>
    </message>
    <message>
        <source>The list is empty</source>
        <translation>词表是空的</translation>
    </message>
</context>
<context>
    <name>TextFilter</name>
    <message>
        <source>holds these words</source>
        <translation>含有这些字</translation>
    </message>
    <message>
        <source>blank or not</source>
        <translation>空白不限</translation>
    </message>
    <message>
        <source>only filled in</source>
        <translation>只看已填的</translation>
    </message>
    <message>
        <source>only blank</source>
        <translation>只看空白的</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>全部版本</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Versions; Enter shows what a version changed</source>
        <translation>全部版本；按回车看这一版的改动</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>What can be done now, by whom, and why not by you</source>
        <translation>现在能办什么、由谁办、您为什么不能办</translation>
    </message>
</context>
<context>
    <name>TilesModel</name>
    <message>
        <source>No promise yet</source>
        <translation>尚无承诺</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Import returns</source>
        <translation>导入报送表</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>To do today</source>
        <translation>今日工作清单</translation>
    </message>
</context>
<context>
    <name>TodayVerbs</name>
    <message>
        <source>Log an item</source>
        <translation>登记报道</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打印今日清单</translation>
    </message>
    <message>
        <source>Call and log</source>
        <translation>打电话并登记</translation>
    </message>
    <message>
        <source>Copy reminder</source>
        <translation>复制催报文字</translation>
    </message>
    <message>
        <source>Copy reminder to all</source>
        <translation>复制全部催报文字</translation>
    </message>
    <message>
        <source>Pin a matter…</source>
        <translation>记入未了事项…</translation>
    </message>
    <message>
        <source>Owner and day…</source>
        <translation>负责人和期限…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Copy chart as picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Copy chart as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>line with an outlet</source>
        <translation>媒体单位的一行</translation>
    </message>
    <message>
        <source>line of somebody who owes something</source>
        <translation>有待报送的一行</translation>
    </message>
    <message>
        <source>line of an open matter</source>
        <translation>未了事项的一行</translation>
    </message>
    <message>
        <source>chart; they are under Charts</source>
        <translation>“图表”里的一张图</translation>
    </message>
</context>
<context>
    <name>TrackerKeeper</name>
    <message>
        <source>a row</source>
        <translation>一行</translation>
    </message>
</context>
<context>
    <name>TrackersPane</name>
    <message>
        <source>Advertisements</source>
        <translation>公益广告</translation>
    </message>
    <message>
        <source>Manuscripts</source>
        <translation>单位来稿</translation>
    </message>
    <message>
        <source>Rate of use</source>
        <translation>采用率</translation>
    </message>
    <message>
        <source>Other activities</source>
        <translation>其他活动</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Record of changes…</source>
        <translation>变更记录…</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Search the trash</source>
        <translation>查找回收站</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>the last {shown} of {total}; search to find others</source>
        <translation>只列最近 {shown} 件，共 {total} 件；其余请查找</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Remove for good…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Nothing in the trash matches</source>
        <translation>回收站里没有符合的内容</translation>
    </message>
    <message>
        <source>Clear the search, or choose everything.</source>
        <translation>请清除查找文字，或改选“全部”。</translation>
    </message>
    <message>
        <source>What is removed lies here and can be put back.</source>
        <translation>移除的内容会放在这里，可以还原。</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Put back {count}</source>
        <translation>还原 {count}</translation>
    </message>
    <message>
        <source>{count} more were not put back.</source>
        <translation>另有 {count} 件未还原。</translation>
    </message>
    <message>
        <source>{back} put back, {refused} not</source>
        <translation>还原 {back} 件，{refused} 件未还原</translation>
    </message>
    <message>
        <source>{count} will be removed for good. This cannot be undone.</source>
        <translation>将彻底删除 {count}，之后不能找回。</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Keep in the trash</source>
        <translation>留在回收站</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原位置</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>移除人</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保留至</translation>
    </message>
    <message>
        <source>(a counted report without title)</source>
        <translation>（只计数、没有标题的报道）</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>一直保留</translation>
    </message>
</context>
<context>
    <name>TrayPane</name>
    <message>
        <source>Copy the reminder</source>
        <translation>复制催报文字</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来稿单位</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>未用</translation>
    </message>
    <message>
        <source>this issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>other draft</source>
        <translation>别的草稿</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第{number}期</translation>
    </message>
    <message>
        <source>{names}: please send this week&apos;s contribution to the internal reference.</source>
        <translation>{names}：请尽快报送本周内部参考稿件。</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>备选稿</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未用</translation>
    </message>
    <message>
        <source>This issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Which candidates</source>
        <translation>看哪些备选稿</translation>
    </message>
    <message>
        <source>Extra {number}</source>
        <translation>增刊{number}期</translation>
    </message>
    <message>
        <source>Each owes at least {minimum} a week; reports that were marked are no contributions.</source>
        <translation>每家每周至少 {minimum} 篇；标为备选的报道不算来稿。</translation>
    </message>
    <message>
        <source>No contribution accepted this week from {names}</source>
        <translation>{names}本周还没有被采用的来稿</translation>
    </message>
</context>
<context>
    <name>TwoTexts</name>
    <message>
        <source>{count} line(s) differ</source>
        <translation>{count} 行不同</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>Add unit</source>
        <translation>新增单位</translation>
    </message>
    <message>
        <source>Edit unit</source>
        <translation>编辑单位</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>UnitsView</name>
    <message>
        <source>Retired too</source>
        <translation>含已停用</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Add unit</source>
        <translation>新增单位</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Spellings in returns</source>
        <translation>报送表里的写法</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>新增：{what}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>No unit is on the roster</source>
        <translation>名册里还没有单位</translation>
    </message>
    <message>
        <source>Counties, departments and enterprises will stand here. Choose from the shipped list, or add the first one.</source>
        <translation>县市区、部门和企业都列在这里。可以从参考名单里挑选，也可以自己新增。</translation>
    </message>
</context>
<context>
    <name>UnmaskForm</name>
    <message>
        <source>Private details of {number}</source>
        <translation>{number}的个人信息</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Your name and this reason stay in the history of the case.</source>
        <translation>您的姓名和理由留在事项的办理经过里。</translation>
    </message>
</context>
<context>
    <name>UnsavedOffer</name>
    <message>
        <source>(no title yet)</source>
        <translation>（还没有标题）</translation>
    </message>
    <message>
        <source>“{title}”, typed and kept {time}.</source>
        <translation>“{title}”，{time}自动留下。</translation>
    </message>
    <message>
        <source>More like it: {count}.</source>
        <translation>另外还有 {count} 份。</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>接着写</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>A text was not saved</source>
        <translation>有一份文字没有保存</translation>
    </message>
    <message>
        <source>Copy what I typed</source>
        <translation>复制写过的文字</translation>
    </message>
    <message>
        <source>What was typed cannot be saved any more</source>
        <translation>写过的文字已不能保存</translation>
    </message>
</context>
<context>
    <name>VerbBar</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ViewNameForm</name>
    <message>
        <source>Keep this view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Columns, filters and order are kept, for you alone. The rows are always those of the day.</source>
        <translation>保存列、筛选和排序，只有您自己看得到；报道总是最新的。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message>
        <source>Void “{title}”?</source>
        <translation>作废“{title}”？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>It stays in the register with its reason and cannot be brought back.</source>
        <translation>文稿和期号连同原因保留在登记簿，不能恢复。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>不作废</translation>
    </message>
</context>
<context>
    <name>VoidOnPaperForm</name>
    <message>
        <source>Decided by</source>
        <translation>决定作废的领导</translation>
    </message>
    <message>
        <source>No leader has an account in here, so the decision is made on paper. It is recorded as decided by the leader and recorded by you.</source>
        <translation>本办没有领导账号，作废由领导在纸上决定。记录里写明由领导决定、由您代录。</translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>As a table</source>
        <translation>明细表</translation>
    </message>
    <message>
        <source>Wall of commitments</source>
        <translation>承诺墙</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>承诺事项</translation>
    </message>
    <message>
        <source>Interviewed {done} / {total} · promised {units} units · kept {kept}</source>
        <translation>已采访 {done} / {total} · 有承诺 {units} 家 · 已兑现 {kept} 件</translation>
    </message>
</context>
<context>
    <name>WaysIn</name>
    <message>
        <source>Restoring the backup…</source>
        <translation>正在还原备份…</translation>
    </message>
</context>
<context>
    <name>WindowHelp</name>
    <message>
        <source>Everywhere</source>
        <translation>各页通用</translation>
    </message>
    <message>
        <source>The program is version {version} now</source>
        <translation>程序已升级到 {version}</translation>
    </message>
    <message>
        <source>Your data are as they were. What is new can be read at any time in the menu Help.</source>
        <translation>数据照旧。有什么变化，随时可以在“帮助”菜单里看。</translation>
    </message>
    <message>
        <source>See what is new</source>
        <translation>查看新变化</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Quick guide</source>
        <translation>快速指南</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>做什么</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Asked</source>
        <translation>要答复的问题</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>No second folder: one fault of this disk would take data and backups</source>
        <translation>没有设第二位置：这块磁盘一旦损坏，数据和备份会一起丢失</translation>
    </message>
    <message>
        <source>Nothing has been copied outside yet</source>
        <translation>还没有复制到第二位置</translation>
    </message>
    <message>
        <source>Copied outside today</source>
        <translation>今日已复制到第二位置</translation>
    </message>
    <message>
        <source>Last outside copy {days} days ago</source>
        <translation>上次复制到第二位置是 {days} 天前</translation>
    </message>
    <message>
        <source>The last backup ({act}, {when}) failed</source>
        <translation>上一次备份（{act}，{when}）没有成功</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>备份文件夹：{folder}</translation>
    </message>
    <message>
        <source>Second folder: {folder}. {age}.</source>
        <translation>第二位置：{folder}。{age}。</translation>
    </message>
    <message>
        <source>Second folder: {folder}, not there now. {age}.</source>
        <translation>第二位置：{folder}，现在没有接上。{age}。</translation>
    </message>
    <message>
        <source>The rehearsal of {when} failed: that backup is no longer whole.</source>
        <translation>{when}的演练没有成功：那份备份已不完整。</translation>
    </message>
    <message>
        <source>The second folder lies on the disk of the data: take a stick or a share.</source>
        <translation>第二位置和数据在同一块盘上，请改用 U 盘或共享。</translation>
    </message>
    <message>
        <source>No backup has been restored for practice yet.</source>
        <translation>还没有演练过还原。</translation>
    </message>
    <message>
        <source>Rehearsed {when}: {rows} came back whole.</source>
        <translation>{when}演练过还原：{rows}全部完好。</translation>
    </message>
    <message>
        <source>An administrator&apos;s desk takes one of the server&apos;s data every four hours of work.</source>
        <translation>管理员的电脑每工作四小时自动备份一次服务器上的数据。</translation>
    </message>
    <message>
        <source>Last backup of the server&apos;s data: {when}, {who}.</source>
        <translation>服务器数据最近一次备份：{when}，{who}。</translation>
    </message>
    <message>
        <source>One is taken every half hour of work, before large changes, and when the window is closed.</source>
        <translation>每工作半小时、每次大量改动之前、关闭窗口时，都会自动备份。</translation>
    </message>
</context>
<context>
    <name>blocks</name>
    <message>
        <source>{verb} on {day}</source>
        <translation>{day} {verb}</translation>
    </message>
    <message>
        <source>{verb} in {count} cells</source>
        <translation>{verb} {count} 格</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>写入后</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>New: {titles}</source>
        <translation>新增：{titles}。</translation>
    </message>
    <message>
        <source>Logged already: {titles}</source>
        <translation>已登记过：{titles}。</translation>
    </message>
    <message>
        <source>None today is taken back.</source>
        <translation>同时取消今日无稿。</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>None today</source>
        <translation>今日无稿</translation>
    </message>
    <message>
        <source>Emptied</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>不能写入</translation>
    </message>
    <message>
        <source>Log {count}</source>
        <translation>登记{count}</translation>
    </message>
    <message>
        <source>Log “{title}” as a reprint</source>
        <translation>把《{title}》记作同稿多发</translation>
    </message>
</context>
<context>
    <name>both_texts</name>
    <message>
        <source>Saved, revision {revision}</source>
        <translation>已保存的第 {revision} 版</translation>
    </message>
    <message>
        <source>Typed here, not saved</source>
        <translation>这里写的，还没有保存</translation>
    </message>
    <message>
        <source>Both texts</source>
        <translation>两份文字对照</translation>
    </message>
</context>
<context>
    <name>bulletins</name>
    <message>
        <source>Receive “{title}”</source>
        <translation>收稿《{title}》</translation>
    </message>
    <message>
        <source>Edit “{title}”</source>
        <translation>改“{title}”</translation>
    </message>
    <message>
        <source>Include “{title}”</source>
        <translation>收入“{title}”</translation>
    </message>
    <message>
        <source>Take out “{title}”</source>
        <translation>移出“{title}”</translation>
    </message>
    <message>
        <source>Put back “{title}”</source>
        <translation>放回“{title}”</translation>
    </message>
    <message>
        <source>Move “{title}”</source>
        <translation>移动“{title}”</translation>
    </message>
    <message>
        <source>Decline “{title}”</source>
        <translation>不用“{title}”</translation>
    </message>
    <message>
        <source>Take the mark off “{title}”</source>
        <translation>取消备选“{title}”</translation>
    </message>
    <message>
        <source>Add the section “{name}”</source>
        <translation>加栏目“{name}”</translation>
    </message>
    <message>
        <source>Rename the section “{name}”</source>
        <translation>栏目“{name}”改名</translation>
    </message>
    <message>
        <source>Take out the section “{name}”</source>
        <translation>去掉栏目“{name}”</translation>
    </message>
    <message>
        <source>Move the section “{name}”</source>
        <translation>移动栏目“{name}”</translation>
    </message>
    <message>
        <source>Change the page set-up</source>
        <translation>修改版面设置</translation>
    </message>
    <message>
        <source>Update the figures</source>
        <translation>更新数字</translation>
    </message>
    <message>
        <source>The figures are not those of the log</source>
        <translation>文中数字与报道登记不一致</translation>
    </message>
    <message>
        <source>The log or the contributions have changed since the text was put together.</source>
        <translation>本期生成之后，报道登记或来稿又有增改。</translation>
    </message>
    <message>
        <source>Rebuild from the contents</source>
        <translation>按目录重排</translation>
    </message>
    <message>
        <source>Moves and new figures do not reach it. Rebuilding keeps the edited text as a version.</source>
        <translation>移动来稿、更新数字都不会再改动正文。按目录重排时，手工改的正文会留作一个版本。</translation>
    </message>
    <message>
        <source>The text was edited by hand</source>
        <translation>正文已手工改过</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看这些报道</translation>
    </message>
    <message>
        <source>Evidence is missing</source>
        <translation>有报道缺证据</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>新一期</translation>
    </message>
    <message>
        <source>Start it, include contributions, and see its pages at the right.</source>
        <translation>先开编，再收入来稿，右边随即显示版面。</translation>
    </message>
    <message>
        <source>Start it: its tables are counted from the coverage log.</source>
        <translation>开编后，各表由报道登记自动汇总。</translation>
    </message>
    <message>
        <source>Nothing for this period yet</source>
        <translation>这一期还没有开编</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Choose another shelf above to see what is used or was declined.</source>
        <translation>可在上方换一栏，查看已用的和不用的。</translation>
    </message>
    <message>
        <source>Nothing on this shelf</source>
        <translation>这一栏里没有稿件</translation>
    </message>
    <message>
        <source>Receive a contribution…</source>
        <translation>收来稿…</translation>
    </message>
    <message>
        <source>What outlets send in, and what you mark in the log, stands here until an issue takes it.</source>
        <translation>媒体单位的来稿，和您在报道登记里标出的报道，收入某一期之前都在这里。</translation>
    </message>
    <message>
        <source>No candidates</source>
        <translation>还没有备选稿</translation>
    </message>
    <message>
        <source>Still under “To look at”: {count}</source>
        <translation>“提示”里还有 {count} 条</translation>
    </message>
</context>
<context>
    <name>case_work</name>
    <message>
        <source>Say what the columns hold</source>
        <translation>请指定各列内容</translation>
    </message>
    <message>
        <source>{count} wrong</source>
        <translation>{count} 行有错</translation>
    </message>
    <message>
        <source>{count} perhaps repeated</source>
        <translation>{count} 行疑似重复</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Petitioner</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>{number} is the same</source>
        <translation>与{number}相同</translation>
    </message>
    <message>
        <source>much like {number} “{title}”</source>
        <translation>与{number}“{title}”相似</translation>
    </message>
    <message>
        <source>signed for by {name}</source>
        <translation>由{name}签收</translation>
    </message>
    <message>
        <source>kept hidden</source>
        <translation>有，隐去</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>Register “{title}”</source>
        <translation>登记“{title}”</translation>
    </message>
    <message>
        <source>Remove “{title}”</source>
        <translation>移除“{title}”</translation>
    </message>
    <message>
        <source>Edit “{title}”</source>
        <translation>编辑“{title}”</translation>
    </message>
    <message>
        <source>{action}: {number} {title}</source>
        <translation>{action}：{number} {title}</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Why not “{action}”?</source>
        <translation>为什么不能“{action}”？</translation>
    </message>
    <message>
        <source>Show private details…</source>
        <translation>查看个人信息…</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Helped by</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Dispatched on</source>
        <translation>交办日期</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>Signed for by</source>
        <translation>签收人</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>反馈日期</translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Promised until</source>
        <translation>兑现期限</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未采访</translation>
    </message>
    <message>
        <source>Interviewed</source>
        <translation>采访</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>还剩 {left}</translation>
    </message>
    <message>
        <source>at first {day}</source>
        <translation>原定 {day}</translation>
    </message>
    <message>
        <source>asked for {day}</source>
        <translation>申请延到 {day}</translation>
    </message>
    <message>
        <source>round {count}</source>
        <translation>第 {count} 轮</translation>
    </message>
    <message>
        <source>extended {count}</source>
        <translation>延期 {count} 次</translation>
    </message>
    <message>
        <source>returned {count}</source>
        <translation>退单 {count} 次</translation>
    </message>
    <message>
        <source>reopened {count}</source>
        <translation>重办 {count} 次</translation>
    </message>
    <message>
        <source>{said}, call {count}</source>
        <translation>{said}，第 {count} 次联系</translation>
    </message>
    <message>
        <source>{days} late</source>
        <translation>逾期 {days}</translation>
    </message>
    <message>
        <source>Promise, word for word</source>
        <translation>承诺原文</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>事项内容</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>The unit&apos;s reply</source>
        <translation>单位申辩</translation>
    </message>
    <message>
        <source>Made public: open the text</source>
        <translation>已公布：打开文稿</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Coverage that followed</source>
        <translation>后续报道</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the case it became part of</source>
        <translation>打开并入的那一件</translation>
    </message>
    <message>
        <source>Open the case that became part of it</source>
        <translation>打开并进来的一件</translation>
    </message>
    <message>
        <source>{state}, {light}</source>
        <translation>{state}，{light}</translation>
    </message>
    <message>
        <source>Evidence and reports</source>
        <translation>证据和报道</translation>
    </message>
    <message>
        <source>Making public</source>
        <translation>对外公布</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>其他处理</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>{day}办结</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day}到期</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due or closed</source>
        <translation>到期或办结</translation>
    </message>
    <message>
        <source>[important] {title}</source>
        <translation>［重要］{title}</translation>
    </message>
    <message>
        <source>Was interviewed</source>
        <translation>已采访</translation>
    </message>
    <message>
        <source>Not interviewed</source>
        <translation>未采访</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺内容</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>采访日期</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>播出刊发</translation>
    </message>
</context>
<context>
    <name>checklist</name>
    <message>
        <source>{count} figure(s) in the text</source>
        <translation>文中有 {count} 个数字</translation>
    </message>
    <message>
        <source>Dates in the text: {dates}</source>
        <translation>文中的日期：{dates}</translation>
    </message>
    <message>
        <source>Attachments named: {names}</source>
        <translation>文中提到的附件：{names}</translation>
    </message>
    <message>
        <source>The text names no attachment</source>
        <translation>文中没有提到附件</translation>
    </message>
    <message>
        <source>No such day, or another weekday: {dates}</source>
        <translation>没有这一天，或星期不对：{dates}</translation>
    </message>
    <message>
        <source>{count} comment(s) are not settled</source>
        <translation>{count} 条批注还没有了结</translation>
    </message>
    <message>
        <source>{count} character(s) do not print</source>
        <translation>{count} 个字印不出来</translation>
    </message>
    <message>
        <source>{count} title(s) or heading(s) are too long</source>
        <translation>{count} 个标题过长</translation>
    </message>
    <message>
        <source>{count} figure(s) of the log are counted for good when you submit</source>
        <translation>文中有 {count} 处报道登记的数字，送审时按当时的数定下来</translation>
    </message>
    <message>
        <source>The period runs to {day}: what is logged from now on is not counted</source>
        <translation>统计期到{day}，现在送审，其后登记的不计入</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等，另有 {count} 处</translation>
    </message>
</context>
<context>
    <name>coverage</name>
    <message>
        <source>Log “{title}”</source>
        <translation>登记“{title}”</translation>
    </message>
    <message>
        <source>Edit “{title}”</source>
        <translation>修改“{title}”</translation>
    </message>
    <message>
        <source>Remove {count}</source>
        <translation>移除 {count}</translation>
    </message>
    <message>
        <source>Type {count} on {day}</source>
        <translation>{day} 登记 {count} 篇</translation>
    </message>
    <message>
        <source>None today on {day}</source>
        <translation>登记 {day} 今日无稿</translation>
    </message>
    <message>
        <source>Take back none today on {day}</source>
        <translation>取消 {day} 今日无稿</translation>
    </message>
    <message>
        <source>Join {count} as reprints</source>
        <translation>合并同稿 {count}</translation>
    </message>
    <message>
        <source>Part {count} from reprints</source>
        <translation>拆开同稿 {count}</translation>
    </message>
    <message>
        <source>Reprinted {count}</source>
        <translation>同稿多发 {count}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>宣传内容</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>报道形式</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Page or time</source>
        <translation>版面时段</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>内参</translation>
    </message>
    <message>
        <source>Placements</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>{title} and {count} more</source>
        <translation>{title} 等另 {count} 篇</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Logged by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Logged at</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>Edit {count}</source>
        <translation>修改 {count}</translation>
    </message>
    <message>
        <source>{column}: {words}</source>
        <translation>{column}：{words}</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{first} and {count} more</source>
        <translation>{first}等，另 {count} 项</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day}起</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>截至{day}</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>没标备选</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标备选</translation>
    </message>
    <message>
        <source>of one piece</source>
        <translation>同一篇</translation>
    </message>
    <message>
        <source>not reprinted</source>
        <translation>单发</translation>
    </message>
    <message>
        <source>reprinted</source>
        <translation>同稿多发</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>there is some</source>
        <translation>有</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>This step failed because of a fault in the program. What was saved before is safe. Copy the report and give it to your administrator.</source>
        <translation>程序出了故障，这一步没有完成。之前保存的内容不受影响。请复制报告，交给管理员。</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>Attach {count}</source>
        <translation>附上 {count}</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>移除“{name}”</translation>
    </message>
    <message>
        <source>Describe “{name}” anew</source>
        <translation>修改“{name}”的说明</translation>
    </message>
    <message>
        <source>{count} counted toward a yearly quota, no evidence</source>
        <translation>计入年度任务而缺证据的 {count}</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Save as {name}</source>
        <translation>另存为 {name}</translation>
    </message>
</context>
<context>
    <name>giving_up</name>
    <message>
        <source>A text on the page {page} has not been saved. Closing the window loses it.</source>
        <translation>“{page}”页上有文字还没有保存，关闭窗口就会丢失。</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存，关闭</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>Import {count}</source>
        <translation>导入 {count}</translation>
    </message>
    <message>
        <source>{file}: {count} imported, {added} new and {updated} brought up to date</source>
        <translation>“{file}”已导入 {count}：新增 {added}，更新 {updated}</translation>
    </message>
    <message>
        <source>File {number} of {count}: {name}</source>
        <translation>第 {number} 份，共 {count} 份：{name}</translation>
    </message>
    <message>
        <source>Import {count} of {file}</source>
        <translation>导入“{file}”的 {count}</translation>
    </message>
    <message>
        <source>{count} imported: {added} rows new and {updated} brought up to date</source>
        <translation>已导入 {count}：新增 {added} 行，更新 {updated} 行</translation>
    </message>
    <message>
        <source>Undo the import of {file}</source>
        <translation>撤销导入 {file}</translation>
    </message>
    <message>
        <source>Remember the spelling “{spelling}”</source>
        <translation>记住写法“{spelling}”</translation>
    </message>
    <message>
        <source>{file}: noted as received, it only states counts</source>
        <translation>{file}：已登记收到，只有数字，没有逐篇报道</translation>
    </message>
    <message>
        <source>Left as they are: {items}</source>
        <translation>保留的有：{items}</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>报送单位</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>By</source>
        <translation>导入人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>This file was not read</source>
        <translation>没有读取这份文件</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>读取已停下。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Waits its turn</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制错误详情</translation>
    </message>
    <message>
        <source>Reading failed because of a fault in the program. Nothing was written.</source>
        <translation>程序出错，没有读出来。什么也没有写入。</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>读不了</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Repeated file</source>
        <translation>重复文件</translation>
    </message>
    <message>
        <source>Counts only</source>
        <translation>统计表</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>A fault in the program</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Press F5 to read it</source>
        <translation>按 F5 读取</translation>
    </message>
    <message>
        <source>Noted as received</source>
        <translation>已登记收到</translation>
    </message>
    <message>
        <source>{count} written</source>
        <translation>写入 {count}</translation>
    </message>
    <message>
        <source>{count} wrong and not written</source>
        <translation>{count} 行有错未写入</translation>
    </message>
    <message>
        <source>sender not known</source>
        <translation>报送单位不明</translation>
    </message>
    <message>
        <source>{count} wrong</source>
        <translation>{count} 行有错</translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>{count} 行待定</translation>
    </message>
    <message>
        <source>{count} turned down</source>
        <translation>退回 {count}，退回表已生成</translation>
    </message>
    <message>
        <source>No single reports in it</source>
        <translation>没有逐篇报道，只登记收到</translation>
    </message>
    <message>
        <source>The same as {name}</source>
        <translation>与“{name}”相同</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>报道形式</translation>
    </message>
    <message>
        <source>Page or time</source>
        <translation>版面时段</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未勾选</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>will be logged</source>
        <translation>登记为新报道</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>brings a logged report up to date</source>
        <translation>更新已登记的报道</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>the log says otherwise</source>
        <translation>与台账所记不同</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>logged already, nothing to change</source>
        <translation>已登记，内容相同</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>a repetition, not imported</source>
        <translation>已经报过，不再导入</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>有错</translation>
    </message>
    <message>
        <source>turned down until it is corrected</source>
        <translation>有错，改正后才能导入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>not a report</source>
        <translation>不是报道</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>may be logged already</source>
        <translation>可能已经登记过</translation>
    </message>
    <message>
        <source>Sent: {piece}</source>
        <translation>报送：{piece}</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>《{title}》</translation>
    </message>
    <message>
        <source>Pasted rows {number}</source>
        <translation>粘贴的行 {number}</translation>
    </message>
    <message>
        <source>{file}: not written, because rows now resemble what is in the log. Please check them.</source>
        <translation>{file}：没有写入，其中有的行与台账里的报道很像。请先核对。</translation>
    </message>
    <message>
        <source>No heading found: click it</source>
        <translation>没有认出表头，请点选</translation>
    </message>
    <message>
        <source>{text}, corrected; the sheet says “{said}”</source>
        <translation>{text}，已更正；原表写作“{said}”</translation>
    </message>
    <message>
        <source>{field} corrected: the sheet says “{said}”.</source>
        <translation>{field}已更正，原表写作“{said}”。</translation>
    </message>
    <message>
        <source>Sheet {number}</source>
        <translation>工作表 {number}</translation>
    </message>
    <message>
        <source>{sheet} (hidden)</source>
        <translation>{sheet}（隐藏）</translation>
    </message>
    <message>
        <source>{sheet} (counts)</source>
        <translation>{sheet}（统计表）</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本表</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Row {row} of this file</source>
        <translation>本表第 {row} 行</translation>
    </message>
    <message>
        <source>In the log</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>按列名</translation>
    </message>
    <message>
        <source>by a known word</source>
        <translation>按惯用名</translation>
    </message>
    <message>
        <source>by a similar word</source>
        <translation>按相近名</translation>
    </message>
    <message>
        <source>by its contents</source>
        <translation>按内容</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>沿用上次</translation>
    </message>
    <message>
        <source>as you said</source>
        <translation>您指定</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>For example: {samples}</source>
        <translation>例如：{samples}</translation>
    </message>
    <message>
        <source>Add “{name}”</source>
        <translation>新增“{name}”</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>统计项目</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>表内数</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>台账数</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>相差</translation>
    </message>
    <message>
        <source>{what} (total)</source>
        <translation>{what}（合计）</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>不能对比</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>states more</source>
        <translation>表内多报</translation>
    </message>
    <message>
        <source>states less</source>
        <translation>表内少报</translation>
    </message>
    <message>
        <source>Note {file} as received</source>
        <translation>登记收到 {file}</translation>
    </message>
    <message>
        <source>{file}: noted as received, all of it is logged already</source>
        <translation>{file}：已登记收到，其中各篇台账里都已有</translation>
    </message>
    <message>
        <source>; {count} of the replaced file moved to the trash</source>
        <translation>；原件独有的 {count}移入回收站</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Note as received</source>
        <translation>登记收到</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Replace that file</source>
        <translation>替换那一份</translation>
    </message>
    <message>
        <source>Import beside it</source>
        <translation>两份并存</translation>
    </message>
    <message>
        <source>This is the corrected file of {day}</source>
        <translation>这份是 {day} 那份的更正件</translation>
    </message>
    <message>
        <source>This looks like the corrected file of {day}</source>
        <translation>这份像是 {day} 那份的更正件</translation>
    </message>
    <message>
        <source>Comes in the place of the file of {day}</source>
        <translation>导入后替换 {day} 那份</translation>
    </message>
    <message>
        <source>Is imported beside the file of {day}</source>
        <translation>导入后与 {day} 那份并存</translation>
    </message>
    <message>
        <source>“{file}”: what was taken of it stays as it is.</source>
        <translation>“{file}”里已收录的各篇保持不变。</translation>
    </message>
    <message>
        <source>“{file}”: {kept} of its reports are here again.</source>
        <translation>“{file}”里有 {kept} 篇这次又报了。</translation>
    </message>
    <message>
        <source>There is no file with a table here.</source>
        <translation>这里没有表格文件。</translation>
    </message>
    <message>
        <source>{count} lock files of Excel (~$…)</source>
        <translation>{count} 个 Excel 锁定文件（~$…）</translation>
    </message>
    <message>
        <source>{count} files of the system</source>
        <translation>{count} 个系统文件</translation>
    </message>
    <message>
        <source>{count} pictures and recordings</source>
        <translation>{count} 个图片和音视频</translation>
    </message>
    <message>
        <source>{count} documents and PDFs</source>
        <translation>{count} 个文档和 PDF</translation>
    </message>
    <message>
        <source>{count} other files without tables</source>
        <translation>{count} 个其他非表格文件</translation>
    </message>
    <message>
        <source> {count} are not; replacing moves them to the trash: {names}</source>
        <translation>另有 {count} 篇没有再报，替换时移入回收站：{names}</translation>
    </message>
    <message>
        <source> {count} that somebody has edited since stay: {names}</source>
        <translation>{count} 篇此后有人改过，仍保留：{names}</translation>
    </message>
    <message>
        <source> Passed over: {parts}.</source>
        <translation>已略过：{parts}。</translation>
    </message>
    <message>
        <source> Only the first {count} files were taken.</source>
        <translation>只取了前 {count} 个文件。</translation>
    </message>
    <message>
        <source>{count} to import</source>
        <translation>{count}待导入</translation>
    </message>
    <message>
        <source>{file}: {count} answers entered</source>
        <translation>{file}：登记了 {count} 件答复</translation>
    </message>
    <message>
        <source>{file}: {count} registered; file and dispatch them</source>
        <translation>{file}：登记了 {count}，请立项、交办</translation>
    </message>
    <message>
        <source>Something has been done to them since: {cases}</source>
        <translation>已有人办理，保留不动：{cases}</translation>
    </message>
    <message>
        <source>Drop county returns, lists of cases, departments&apos; answers or folders of them here, or copy rows in Excel and press Ctrl+V. You see what was read before it is written.</source>
        <translation>把报送表、督办清单、部门答复或装着它们的文件夹拖到这里，也可在 Excel 里复制若干行后按 Ctrl+V。写入之前先给您看读到了什么。</translation>
    </message>
</context>
<context>
    <name>materials</name>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待签</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>revision {revision} · {mark}</source>
        <translation>第{revision}版 · {mark}</translation>
    </message>
    <message>
        <source>{kind} · submitted by {name}</source>
        <translation>{kind} · {name} 送审</translation>
    </message>
    <message>
        <source>{kind} · drafted by {name}</source>
        <translation>{kind} · {name} 起草</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>需 {day}前</translation>
    </message>
    <message>
        <source>round {round}</source>
        <translation>第 {round} 轮</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Text signed</source>
        <translation>签的版本</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>执笔</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>办理后</translation>
    </message>
    <message>
        <source>check owed</source>
        <translation>待补审</translation>
    </message>
    <message>
        <source>check by {day}</source>
        <translation>{day}前补审</translation>
    </message>
    <message>
        <source>waiting {hours} h</source>
        <translation>已等 {hours} 小时</translation>
    </message>
    <message>
        <source>concerning {name}</source>
        <translation>涉及{name}</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>代{name}</translation>
    </message>
    <message>
        <source>sheet of {day}</source>
        <translation>签批单 {day}</translation>
    </message>
    <message>
        <source>{kind} · {name} is at it</source>
        <translation>{kind} · {name}在办</translation>
    </message>
    <message>
        <source>Who can</source>
        <translation>可由谁办</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>picture</name>
    <message>
        <source>{count} step(s)</source>
        <translation>共 {count} 个环节</translation>
    </message>
    <message>
        <source>step {at} of {count}</source>
        <translation>第 {at} / {count} 环节</translation>
    </message>
    <message>
        <source>returned: changed, then submitted again</source>
        <translation>退回修改：改好后再送审</translation>
    </message>
    <message>
        <source>{state}, {step}, waiting for {people}</source>
        <translation>{state}，{step}，等{people}</translation>
    </message>
    <message>
        <source>You can: {acts}.</source>
        <translation>您可以：{acts}。</translation>
    </message>
    <message>
        <source>At “{step}” nobody here may sign: record a signature on paper, or have a {role} added.</source>
        <translation>“{step}”这一环节还没有能签的人：请登记纸质签批，或请管理员添加{role}。</translation>
    </message>
    <message>
        <source>Waiting at “{step}” for any of: {people}.</source>
        <translation>在“{step}”，等{people}签，一人即可。</translation>
    </message>
    <message>
        <source>Waiting at “{step}” for all of: {people}.</source>
        <translation>在“{step}”会签，还等{people}。</translation>
    </message>
    <message>
        <source>Waiting at “{step}”, one after the other: {people}.</source>
        <translation>在“{step}”依次签，还等{people}。</translation>
    </message>
    <message>
        <source>Signed off; it can be issued.</source>
        <translation>已签发，可以印发。</translation>
    </message>
    <message>
        <source>{name} finishes and submits it.</source>
        <translation>由{name}改好后送审。</translation>
    </message>
</context>
<context>
    <name>place</name>
    <message>
        <source>Office database {address}</source>
        <translation>办公室数据库 {address}</translation>
    </message>
    <message>
        <source>Data on this machine</source>
        <translation>本机数据</translation>
    </message>
    <message>
        <source>{place}, not backed up yet</source>
        <translation>{place} · 尚未备份</translation>
    </message>
    <message>
        <source>{place}, backed up {when}</source>
        <translation>{place} · {when} 已备份</translation>
    </message>
    <message>
        <source>{place}, the last backup failed</source>
        <translation>{place}，上一次备份没有成功</translation>
    </message>
    <message>
        <source>{said}, last outside copy {days} days ago</source>
        <translation>{said}，上次复制出去是 {days} 天前</translation>
    </message>
    <message>
        <source>Practice data on this machine</source>
        <translation>练习库（本机，示例数据）</translation>
    </message>
    <message>
        <source>F1 help  Ctrl+/ shortcuts</source>
        <translation>F1 帮助  Ctrl+/ 快捷键</translation>
    </message>
</context>
<context>
    <name>practice</name>
    <message>
        <source>Practice office: invented data, wholly apart from real data</source>
        <translation>练习库：示例数据，与正式数据完全分开</translation>
    </message>
    <message>
        <source>Back to the office&apos;s data</source>
        <translation>回到正式数据</translation>
    </message>
    <message>
        <source>What was practised here is thrown away. Real data are not touched.</source>
        <translation>练习库里做过的都会清除，正式数据不受影响。</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Go on practising</source>
        <translation>继续练习</translation>
    </message>
</context>
<context>
    <name>returns</name>
    <message>
        <source>{unit}: nothing to report</source>
        <translation>登记{unit}零报告</translation>
    </message>
    <message>
        <source>Correct the day of receipt of {file}</source>
        <translation>更正《{file}》的收到日期</translation>
    </message>
    <message>
        <source>Change who owes a return</source>
        <translation>修改报送要求</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Rows taken</source>
        <translation>收录行</translation>
    </message>
    <message>
        <source>Turned down</source>
        <translation>退回行</translation>
    </message>
    <message>
        <source>What was sent back</source>
        <translation>退回处理</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已改好重报</translation>
    </message>
    <message>
        <source>{count} to come</source>
        <translation>待重报 {count}</translation>
    </message>
    <message>
        <source>{count} not sent back</source>
        <translation>{count}尚未退回</translation>
    </message>
    <message>
        <source>Not sent back</source>
        <translation>尚未退回</translation>
    </message>
</context>
<context>
    <name>roster</name>
    <message>
        <source>Add “{name}”</source>
        <translation>新增“{name}”</translation>
    </message>
    <message>
        <source>Edit “{name}”</source>
        <translation>编辑“{name}”</translation>
    </message>
    <message>
        <source>Retire “{name}”</source>
        <translation>停用“{name}”</translation>
    </message>
    <message>
        <source>Reinstate “{name}”</source>
        <translation>恢复使用“{name}”</translation>
    </message>
    <message>
        <source>Mark “{name}” verified</source>
        <translation>记“{name}”为已核实</translation>
    </message>
    <message>
        <source>Change {role} to {name}</source>
        <translation>{role}换为{name}</translation>
    </message>
    <message>
        <source>Correct “{name}”</source>
        <translation>更正“{name}”</translation>
    </message>
    <message>
        <source>End the tenure of “{name}”</source>
        <translation>登记“{name}”离任</translation>
    </message>
    <message>
        <source>Add programme “{name}”</source>
        <translation>新增栏目“{name}”</translation>
    </message>
    <message>
        <source>Edit programme “{name}”</source>
        <translation>编辑栏目“{name}”</translation>
    </message>
    <message>
        <source>Close programme “{name}”</source>
        <translation>结束栏目“{name}”</translation>
    </message>
    <message>
        <source>Add spelling “{spelling}”</source>
        <translation>新增写法“{spelling}”</translation>
    </message>
    <message>
        <source>Remove spelling “{spelling}”</source>
        <translation>去掉写法“{spelling}”</translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation>移动“{name}”</translation>
    </message>
    <message>
        <source>Column open</source>
        <translation>栏目已开</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Each municipal outlet names a leader and a liaison, and opens a column.</source>
        <translation>市级媒体都要明确责任领导和联络员，并开设固定栏目。</translation>
    </message>
    <message>
        <source>Check once a quarter: make a call, then press F8.</source>
        <translation>每季度核实一次。打一个电话，按 F8 记“已核实”。</translation>
    </message>
    <message>
        <source>The contacts were never checked</source>
        <translation>联系方式还没有核实过</translation>
    </message>
    <message>
        <source>The contacts were not checked for {days} days</source>
        <translation>联系方式已 {days} 天未核实</translation>
    </message>
    <message>
        <source>never</source>
        <translation>尚未核实</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>责任领导</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>联络员</translation>
    </message>
    <message>
        <source>Publication days</source>
        <translation>刊播日</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截稿时间</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Verified on</source>
        <translation>核实日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>No programme yet.</source>
        <translation>还没有栏目。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>编辑{name}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>结束{name}</translation>
    </message>
    <message>
        <source>Spellings in returns</source>
        <translation>报送表里的写法</translation>
    </message>
    <message>
        <source>A change leaves old records as they are: each report keeps the names of its day.</source>
        <translation>换人不影响以前的登记：每条报道都记着当天的负责人。</translation>
    </message>
    <message>
        <source>Tenures</source>
        <translation>任职沿革</translation>
    </message>
    <message>
        <source>Nobody was named yet.</source>
        <translation>还没有登记过人员。</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Correct {name}</source>
        <translation>更正{name}</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>离任</translation>
    </message>
    <message>
        <source>{name} leaves</source>
        <translation>{name}离任</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>新增：{what}</translation>
    </message>
    <message>
        <source>Only the name itself is known so far.</source>
        <translation>目前只认名称本身。</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>星期一至星期五</translation>
    </message>
    <message>
        <source>Remove the spelling “{spelling}”</source>
        <translation>去掉写法“{spelling}”</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>暂缺</translation>
    </message>
    <message>
        <source>days not recorded</source>
        <translation>日期未登记</translation>
    </message>
    <message>
        <source>since {since}</source>
        <translation>{since}至今</translation>
    </message>
    <message>
        <source>until {until}</source>
        <translation>至{until}</translation>
    </message>
    <message>
        <source>campaign column</source>
        <translation>固定栏目</translation>
    </message>
    <message>
        <source>closed on {day}</source>
        <translation>{day}起结束</translation>
    </message>
    <message>
        <source>open since {day}</source>
        <translation>{day}开办</translation>
    </message>
    <message>
        <source>opens on {day}</source>
        <translation>将于{day}开办</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>尚未开办</translation>
    </message>
    <message>
        <source>running</source>
        <translation>开办中</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>报道形式</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>宣传内容</translation>
    </message>
    <message>
        <source>Reasons for none today</source>
        <translation>无稿原因</translation>
    </message>
    <message>
        <source>Never checked</source>
        <translation>尚未核实</translation>
    </message>
    <message>
        <source>Check overdue</source>
        <translation>逾期未核实</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>Has gaps</source>
        <translation>有缺口</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>齐全</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Short form</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>任务指标</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>责任方</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>考核期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>应完成</translation>
    </message>
    <message>
        <source>Whether met</source>
        <translation>达标情况</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>The whole campaign</source>
        <translation>全程</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>已达标</translation>
    </message>
    <message>
        <source>Not met yet</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>nothing so far</source>
        <translation>目前还没有</translation>
    </message>
    <message>
        <source>at this pace in time, on {day}</source>
        <translation>按目前进度，{day}达标</translation>
    </message>
    <message>
        <source>at this pace too late, on {day}</source>
        <translation>按目前进度，要到{day}，会超期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>In each</source>
        <translation>考核周期</translation>
    </message>
    <message>
        <source>Weeks that were missed</source>
        <translation>未完成的周</translation>
    </message>
    <message>
        <source>from the start</source>
        <translation>从一开始</translation>
    </message>
    <message>
        <source>open end</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Missed some</source>
        <translation>有缺周</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周完成</translation>
    </message>
    <message>
        <source>Weeks owed</source>
        <translation>应完成周数</translation>
    </message>
    <message>
        <source>Weeks met</source>
        <translation>完成周数</translation>
    </message>
    <message>
        <source>Weeks missed</source>
        <translation>未完成周数</translation>
    </message>
    <message>
        <source>Change “{name}” from a day on</source>
        <translation>从某日起修改“{name}”</translation>
    </message>
    <message>
        <source>End “{name}”</source>
        <translation>结束“{name}”</translation>
    </message>
    <message>
        <source>Let “{name}” go on</source>
        <translation>继续执行“{name}”</translation>
    </message>
    <message>
        <source>Take away “{name}”</source>
        <translation>撤销“{name}”</translation>
    </message>
    <message>
        <source>Correct and verify “{name}”</source>
        <translation>更正并核实“{name}”</translation>
    </message>
    <message>
        <source>Enter the tenure of “{name}”</source>
        <translation>补录“{name}”的任职</translation>
    </message>
    <message>
        <source>Remove the tenure of “{name}”</source>
        <translation>删去“{name}”的任职</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>应核对</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>核对日期</translation>
    </message>
    <message>
        <source>By</source>
        <translation>核对人</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>下次核对</translation>
    </message>
    <message>
        <source>every {days} days</source>
        <translation>每 {days} 天</translation>
    </message>
    <message>
        <source>another site</source>
        <translation>其他站点</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>All…</source>
        <translation>全部…</translation>
    </message>
    <message>
        <source>Days off and extra issues</source>
        <translation>休刊与增刊</translation>
    </message>
    <message>
        <source>The weekdays hold without exception.</source>
        <translation>按每周刊播日，没有例外。</translation>
    </message>
    <message>
        <source>extra issue</source>
        <translation>增刊（加播）</translation>
    </message>
    <message>
        <source>no issue</source>
        <translation>不出刊（停播）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>删去{name}</translation>
    </message>
    <message>
        <source>Take the merging of “{name}” back</source>
        <translation>撤销“{name}”的合并</translation>
    </message>
    <message>
        <source>Edit the days from {day}</source>
        <translation>修改{day}起的刊播日例外</translation>
    </message>
    <message>
        <source>Remove the days from {day}</source>
        <translation>删去{day}起的刊播日例外</translation>
    </message>
    <message>
        <source>Enter extra issues from {day}</source>
        <translation>登记{day}起的增刊</translation>
    </message>
    <message>
        <source>Enter days without an issue from {day}</source>
        <translation>登记{day}起的休刊</translation>
    </message>
    <message>
        <source>Check “{name}”: {state}</source>
        <translation>核对“{name}”：{state}</translation>
    </message>
    <message>
        <source>Merge “{gone}” into “{kept}”</source>
        <translation>把“{gone}”并入“{kept}”</translation>
    </message>
    <message>
        <source>Remove programme “{name}”</source>
        <translation>移除栏目“{name}”</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开办</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Not opened yet</source>
        <translation>尚未开办</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>开办中</translation>
    </message>
    <message>
        <source>Other activities</source>
        <translation>活动种类</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年刊播</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Waiting</source>
        <translation>待签</translation>
    </message>
    <message>
        <source>Wrote in it</source>
        <translation>写过正文，不签</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>added by {name}</source>
        <translation>{name}加签</translation>
    </message>
    <message>
        <source>taken over from {name}</source>
        <translation>{name}转来</translation>
    </message>
    <message>
        <source>{role}, still to be named</source>
        <translation>{role}（待定）</translation>
    </message>
    <message>
        <source> of {hours}</source>
        <translation>，限 {hours}</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>由{name}代签</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>纸质签批代录</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>代{name}</translation>
    </message>
</context>
<context>
    <name>styles</name>
    <message>
        <source>Paragraph</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Heading 一、</source>
        <translation>一级标题 一、</translation>
    </message>
    <message>
        <source>Heading （一）</source>
        <translation>二级标题（一）</translation>
    </message>
    <message>
        <source>List 1.</source>
        <translation>列项 1.</translation>
    </message>
    <message>
        <source>List （1）</source>
        <translation>列项（1）</translation>
    </message>
    <message>
        <source>List ——</source>
        <translation>列项 ——</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Editor&apos;s note</source>
        <translation>编者按</translation>
    </message>
    <message>
        <source>Caption of a table</source>
        <translation>表名</translation>
    </message>
    <message>
        <source>Note under a table</source>
        <translation>表下口径</translation>
    </message>
</context>
<context>
    <name>ticked</name>
    <message>
        <source>cannot be ticked</source>
        <translation>不能勾选</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未勾选</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>勾选</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Nothing is due today.</source>
        <translation>今日没有应报的媒体单位</translation>
    </message>
    <message>
        <source>All {due} due today have been logged.</source>
        <translation>今日应报的 {due}均已登记</translation>
    </message>
    <message>
        <source>{silent} of {due}</source>
        <translation>应报 {due}，还有 {silent} 家没有报道</translation>
    </message>
    <message>
        <source>Outlets without a report today</source>
        <translation>今日尚无报道的媒体</translation>
    </message>
    <message>
        <source>{week}, {left} left</source>
        <translation>{week}，还剩 {left}</translation>
    </message>
    <message>
        <source>Who still owes the internal reference</source>
        <translation>本周内参还差谁</translation>
    </message>
    <message>
        <source>Every outlet has contributed this week.</source>
        <translation>本周各家均有来稿收入</translation>
    </message>
    <message>
        <source>Waiting for me to sign</source>
        <translation>等我签的</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>没有等您签的文稿</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>没有在办的督办事项</translation>
    </message>
    <message>
        <source>No unit owes a return.</source>
        <translation>没有单位应报送</translation>
    </message>
    <message>
        <source>{month}, {came} of {due} have come</source>
        <translation>{month}，应报 {due} 个单位，已到 {came} 个</translation>
    </message>
    <message>
        <source>Returns that have not come</source>
        <translation>还没来的报送表</translation>
    </message>
    <message>
        <source>Every county has sent its return.</source>
        <translation>各县（市、区）的报送表都已收到</translation>
    </message>
    <message>
        <source>Call and log</source>
        <translation>打电话并登记</translation>
    </message>
    <message>
        <source>Log an item</source>
        <translation>登记报道</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Copy reminder</source>
        <translation>复制催报文字</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>去设置…</translation>
    </message>
    <message>
        <source>Open approvals</source>
        <translation>打开审签</translation>
    </message>
    <message>
        <source>No outlet has a quota of daily reports yet</source>
        <translation>还没有媒体定了每日刊播指标</translation>
    </message>
    <message>
        <source>No outlet has a quota of contributions yet</source>
        <translation>还没有媒体定了每周来稿指标</translation>
    </message>
    <message>
        <source>No outlet is on the roster yet</source>
        <translation>名册里还没有媒体单位</translation>
    </message>
    <message>
        <source>None today: {reason}</source>
        <translation>今日无稿：{reason}</translation>
    </message>
    <message>
        <source>Due {time}, not asked yet</source>
        <translation>{time} 截稿，尚未询问</translation>
    </message>
    <message>
        <source>Due {time}</source>
        <translation>{time} 截稿</translation>
    </message>
    <message>
        <source>nothing so far</source>
        <translation>还没有过报道</translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation>最近一次 {day}</translation>
    </message>
    <message>
        <source>(without a title)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>You are the step “{step}”</source>
        <translation>您是“{step}”环节</translation>
    </message>
    <message>
        <source>sent by {who}</source>
        <translation>送审人 {who}</translation>
    </message>
    <message>
        <source>needed by {day}</source>
        <translation>{day}前要用</translation>
    </message>
    <message>
        <source>No unit that owes a return is on the roster yet</source>
        <translation>名册里还没有应报送的单位</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between clauses</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Safety of the data</source>
        <translation>让数据放心</translation>
    </message>
    <message>
        <source>practice data are not backed up</source>
        <translation>练习库不备份</translation>
    </message>
    <message>
        <source>not backed up yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>backed up {when}</source>
        <translation>{when} 已备份</translation>
    </message>
    <message>
        <source>External publicity this year</source>
        <translation>年度外宣进度</translation>
    </message>
    <message>
        <source>The upright mark is where each should be today.</source>
        <translation>竖线是今天应到的位置</translation>
    </message>
    <message>
        <source>{done}, target of {target} reached</source>
        <translation>{done}，已完成目标 {target} 次</translation>
    </message>
    <message>
        <source>{done}, {target} is out of reach so far</source>
        <translation>{done}，按现在的进度到不了 {target} 次</translation>
    </message>
    <message>
        <source>{done}, will reach {target} on {day}</source>
        <translation>{done}，按现在的进度 {day}满 {target} 次</translation>
    </message>
    <message>
        <source>Commitment interviews</source>
        <translation>承诺采访</translation>
    </message>
    <message>
        <source>Open matters</source>
        <translation>未了事项</translation>
    </message>
    <message>
        <source>Nothing is left open from before.</source>
        <translation>没有遗留的事项。</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>{done} of {minimum} this week</source>
        <translation>本周 {done} 篇，应 {minimum} 篇</translation>
    </message>
    <message>
        <source>nobody&apos;s yet</source>
        <translation>未指定负责人</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day}前</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自{day}</translation>
    </message>
    <message>
        <source>Note the call to {outlet}</source>
        <translation>记下给{outlet}的电话</translation>
    </message>
    <message>
        <source>Pin “{title}”</source>
        <translation>记入“{title}”</translation>
    </message>
    <message>
        <source>Change “{title}”</source>
        <translation>修改“{title}”</translation>
    </message>
    <message>
        <source>Resolve “{title}”</source>
        <translation>办结“{title}”</translation>
    </message>
    <message>
        <source>{target} on {day}</source>
        <translation>{day}满 {target} 次</translation>
    </message>
    <message>
        <source>target {target}</source>
        <translation>目标 {target} 次</translation>
    </message>
    <message>
        <source>done {done}</source>
        <translation>已完成 {done} 次</translation>
    </message>
    <message>
        <source>a report without a title</source>
        <translation>无标题的报道</translation>
    </message>
    <message>
        <source>{day}: {title}</source>
        <translation>{day}，{title}</translation>
    </message>
    <message>
        <source>Not saved: {title}</source>
        <translation>没有保存：{title}</translation>
    </message>
    <message>
        <source>typed and kept {time}; go on writing</source>
        <translation>{time}自动留下，可以接着写</translation>
    </message>
    <message>
        <source>{count} issued first and not checked</source>
        <translation>{count} 件先发后审未补审</translation>
    </message>
    <message>
        <source>Cases that turn red</source>
        <translation>今日转红的督办事项</translation>
    </message>
    <message>
        <source>{count} overdue in all</source>
        <translation>共逾期 {count} 件</translation>
    </message>
    <message>
        <source>No case turns red today.</source>
        <translation>今日没有转红的督办事项。</translation>
    </message>
    <message>
        <source>No case turns red today; {count} are overdue.</source>
        <translation>今日没有新转红的；另有 {count} 件逾期。</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开事项</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day}到期</translation>
    </message>
    <message>
        <source>Advertisements short of plan</source>
        <translation>公益广告未达计划</translation>
    </message>
    <message>
        <source>Advertisements run as planned.</source>
        <translation>公益广告均按计划刊播。</translation>
    </message>
    <message>
        <source>{ran} of {planned} this week</source>
        <translation>本周 {ran} / {planned} 次</translation>
    </message>
    <message>
        <source>{short} short last week</source>
        <translation>上周少 {short} 次</translation>
    </message>
    <message>
        <source>Set up the office</source>
        <translation>初次设置</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>已完成 {done} / {all}</translation>
    </message>
    <message>
        <source>{words}, next: {step}</source>
        <translation>{words}，下一步：{step}</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>继续…</translation>
    </message>
</context>
<context>
    <name>trackers</name>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动名称</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Add “{name}”</source>
        <translation>登记“{name}”</translation>
    </message>
    <message>
        <source>Edit “{name}”</source>
        <translation>修改“{name}”</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>移除“{name}”</translation>
    </message>
    <message>
        <source>Confirm {count}</source>
        <translation>确认 {count}</translation>
    </message>
    <message>
        <source>Take back {count}</source>
        <translation>取消 {count}</translation>
    </message>
    <message>
        <source>Add {count} to “{name}”</source>
        <translation>为“{name}”添加 {count}</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体单位</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>版面（时段）</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>每周次数</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Ran / planned</source>
        <translation>已刊播 / 计划</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>as long as the campaign</source>
        <translation>活动结束</translation>
    </message>
    <message>
        <source>{since} to {until}</source>
        <translation>{since} 至 {until}</translation>
    </message>
    <message>
        <source>“{title}”, signed off</source>
        <translation>《{title}》（已签发）</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>起止日期</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>举报电话</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>来稿日期</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>报送媒体</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>采用媒体</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>报送（篇）</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>采用（篇）</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>采用率</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Enter {count}</source>
        <translation>登记 {count}</translation>
    </message>
</context>
<context>
    <name>ways</name>
    <message>
        <source>the next step</source>
        <translation>下一环节</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>仍在本环节</translation>
    </message>
    <message>
        <source>nobody now</source>
        <translation>现在没有人</translation>
    </message>
    <message>
        <source>you can</source>
        <translation>您可以办</translation>
    </message>
</context>
</TS>
