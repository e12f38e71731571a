import type { ReportLanguage } from '../blocks.ts';

/** Texts of the sample report; each list of gaps and answers is repeated with numbers. */
export interface SampleWords {
	readonly title: string;
	readonly subtitle: string;
	readonly eyebrow: string;
	readonly badge: string;
	readonly organisation: string;
	readonly facts: readonly (readonly [string, string])[];
	readonly notes: readonly string[];
	readonly contents: string;
	readonly verdict: string;
	readonly summary: readonly string[];
	readonly figures: readonly (readonly [value: string, unit: string, label: string, note: string])[];
	readonly law: readonly [string, string];
	readonly legend: string;
	readonly actions: string;
	readonly actionItems: readonly string[];
	readonly principles: readonly string[];
	readonly score: string;
	readonly target: string;
	readonly alt: string;
	readonly byPrinciple: string;
	readonly gapsHeading: string;
	readonly gapHeads: readonly string[];
	readonly gaps: readonly (readonly [question: string, answer: string, why: string, action: string])[];
	readonly severity: Readonly<Record<'critical' | 'required' | 'high' | 'medium' | 'low', string>>;
	readonly annex: string;
	readonly annexHeads: readonly string[];
	readonly answers: readonly string[];
	readonly sources: string;
	readonly signOff: string;
	readonly signRoles: readonly string[];
	readonly signFields: readonly string[];
	readonly furnitureEnd: string;
	readonly page: string;
	readonly incomplete: string;
}

const en: SampleWords = {
	title: 'AI privacy and ethics: gap report',
	subtitle: 'Harbour Clinics Limited',
	eyebrow: 'Self-assessment',
	badge: 'Incomplete: 3 open questions',
	organisation: 'Harbour Clinics Limited',
	facts: [
		['Organisation', 'Harbour Clinics Limited'],
		['AI system', 'Appointment assistant “Mei” and triage of messages'],
		['Period', '1 January 2026 – 30 June 2026'],
		['Assessor', 'Chan Tai Man, data protection officer'],
		['Reviewer', ''],
		['Questionnaire', 'AI privacy and ethics 1.0.0, scoring 1'],
		['Date', '14 July 2026']
	],
	notes: [
		'Confidential. Made for the board of Harbour Clinics Limited.',
		'A gap is the distance between today’s practice and the Commissioner’s guidance. It is not an admission and no finding of law.'
	],
	contents: 'Contents',
	verdict: 'Verdict and next actions',
	summary: [
		'Oversight of the assistant is designed and mostly operated; records of it are thin. Two legal duties are open and come before everything else: the collection notice does not say which classes of persons receive the data, and the supplier’s contract sets no limit to retention.',
		'The score would be 71 if the two open duties were closed. Three questions are open and count as 0, so the true figure lies between 62 and 66.'
	],
	figures: [
		['2', '', 'Open legal duties', 'counted apart from the score'],
		['62', '/ 100', 'Score', 'range 62–66 with open questions'],
		['2.1', '/ 3', 'Level', 'capped by one critical question'],
		['17', '', 'Gaps', 'of 42 questions that apply']
	],
	law: [
		'Open legal duties',
		'Data Protection Principle 1 (DPP1) requires that a person is told, on or before collection, the classes of persons to whom the data may be transferred. The notice of 2023 names none.'
	],
	legend:
		'Law and guidance as at 30 June 2026. What was not assessed: systems of the head office that no clinic uses.',
	actions: 'Next actions',
	actionItems: [
		'Rewrite the collection notice and have it approved by the practice manager; the new text is in use at every counter by 31 August.',
		'Agree a retention limit and deletion on request with the supplier, in writing.',
		'Test the triage on 200 past messages in mixed Cantonese and English before the next release.',
		'Name one person who may switch the assistant off, and a deputy.',
		'Keep a one-page record of each incident, whether or not it had to be reported.'
	],
	principles: [
		'Accountability',
		'Human oversight',
		'Transparency and interpretability',
		'Data privacy',
		'Fairness',
		'Beneficial AI',
		'Reliability, robustness and security'
	],
	score: 'Score',
	target: 'Target',
	alt: 'Scores by principle beside their targets; the table below has the same numbers.',
	byPrinciple: 'Results by principle',
	gapsHeading: 'Gaps in order',
	gapHeads: ['No.', 'Question and answer', 'Why it matters', 'Action', 'Due'],
	gaps: [
		[
			'Does the collection notice say who receives the data that the assistant collects?',
			'Planned; a draft exists.',
			'People cannot object to what they are not told. A notice that stops at “service improvement” hides the supplier abroad who keeps the transcripts.',
			'The practice manager adds the classes of transferees to the notice and replaces it at every counter and on the website.'
		],
		[
			'Is there a limit on how long the supplier keeps transcripts?',
			'No limit was agreed.',
			'Transcripts hold identity card numbers and symptoms; each month of storage is a month in which they can leak.',
			'Write a limit into the contract, with deletion at its end confirmed in writing.'
		],
		[
			'Can a person who uses the assistant reach a member of staff?',
			'In two of five clinics.',
			'A mistaken triage is only caught when someone can say so.',
			'Put a telephone number and its hours on every screen of the assistant.'
		]
	],
	severity: { critical: 'Critical', required: 'Required by law', high: 'High', medium: 'Medium', low: 'Low' },
	annex: 'Annex: questions and answers',
	annexHeads: ['Question', 'Answer', 'Basis', 'Notes and evidence'],
	answers: [
		'Operated everywhere, shown by a record',
		'Designed and mostly operated',
		'Planned or informal',
		'Nothing yet'
	],
	sources: 'Sources',
	signOff: 'Sign-off',
	signRoles: ['Assessed by', 'Accepted by'],
	signFields: ['Name', 'Signature', 'Date'],
	furnitureEnd: 'AI privacy and ethics 1.0.0 · scoring 1',
	page: 'Page {n} of {N}',
	incomplete: 'Incomplete'
};

const zhHant: SampleWords = {
	title: '人工智能私隱及道德：差距報告',
	subtitle: '海港診所有限公司',
	eyebrow: '自我評估',
	badge: '未完成：3條問題未答',
	organisation: '海港診所有限公司',
	facts: [
		['機構', '海港診所有限公司'],
		['AI系統', '預約助理「美」及訊息分流'],
		['評估期', '2026年1月1日至6月30日'],
		['評估人', '保障資料主任陳大文'],
		['覆核人', ''],
		['問卷', 'AI私隱及道德1.0.0，評分規則1'],
		['日期', '2026年7月14日']
	],
	notes: [
		'機密。為海港診所有限公司董事會編製。',
		'差距指現行做法與私隱專員指引之間的距離，並非承認任何責任，亦不是法律上的裁定。'
	],
	contents: '目錄',
	verdict: '結論及下一步',
	summary: [
		'助理系統的監督機制已經設計並大致運作，但紀錄不足。有兩項法定責任仍未履行，必須優先處理：收集個人資料聲明沒有說明資料會轉移給哪類人士；與供應商的合約亦沒有訂明保留期限。',
		'如兩項法定責任均已履行，分數將為71分。另有3條問題未答，以0分計算，因此真正分數介乎62至66分之間。'
	],
	figures: [
		['2', '', '未履行的法定責任', '與分數分開計算'],
		['62', '／100', '分數', '連同未答問題介乎62至66'],
		['2.1', '／3', '級別', '受一條關鍵問題所限'],
		['17', '', '差距', '適用的42條問題當中']
	],
	law: [
		'未履行的法定責任',
		'保障資料第1原則規定，在收集資料之時或之前，必須告知當事人資料可能轉移予哪些類別的人士。2023年的聲明完全沒有提及。'
	],
	legend: '法例及指引以2026年6月30日為準。未有評估：各診所並無使用的總公司系統。',
	actions: '下一步行動',
	actionItems: [
		'重寫收集個人資料聲明，經診所經理批准後，於8月31日前在所有櫃位使用。',
		'以書面與供應商訂明保留期限，並訂明可要求刪除。',
		'下次更新前，以200則中英夾雜的舊訊息測試分流結果。',
		'指定一名可以停用助理系統的人員及其替任人。',
		'每宗事故均備存一頁紀錄，不論是否需要通報。'
	],
	principles: ['問責', '人為監督', '透明度與可解釋性', '數據私隱', '公平', '有益的AI', '可靠、穩健及安全'],
	score: '分數',
	target: '目標',
	alt: '各項原則的分數及目標；下表載有相同數字。',
	byPrinciple: '按原則劃分的結果',
	gapsHeading: '差距（按次序）',
	gapHeads: ['編號', '問題及答案', '為何重要', '行動', '期限'],
	gaps: [
		[
			'收集個人資料聲明有否說明誰會收到助理系統所收集的資料？',
			'計劃中，已有草稿。',
			'當事人無從反對他們不知道的事。聲明如果只寫「改善服務」，便掩蓋了在海外保存對話紀錄的供應商。',
			'診所經理在聲明加入承轉人的類別，並更換所有櫃位及網站上的版本。'
		],
		[
			'有否限制供應商保留對話紀錄的時間？',
			'沒有訂明期限。',
			'對話紀錄載有身份證號碼及病徵；多存一個月，便多一個月外洩的機會。',
			'在合約訂明期限，到期刪除並以書面確認。'
		],
		[
			'使用助理系統的人能否聯絡職員？',
			'五間診所之中有兩間可以。',
			'分流出錯時，有人可以反映才會被發現。',
			'在助理系統的每個畫面列出電話號碼及服務時間。'
		]
	],
	severity: { critical: '關鍵', required: '法例規定', high: '高', medium: '中', low: '低' },
	annex: '附件：問題及答案',
	annexHeads: ['問題', '答案', '依據', '備註及證據'],
	answers: ['全面運作，並有紀錄為證', '已設計並大致運作', '計劃中或非正式', '尚未開始'],
	sources: '資料來源',
	signOff: '簽署',
	signRoles: ['評估人', '接納人'],
	signFields: ['姓名', '簽署', '日期'],
	furnitureEnd: 'AI私隱及道德1.0.0 · 評分規則1',
	page: '第{n}頁，共{N}頁',
	incomplete: '未完成'
};

const zhHans: SampleWords = {
	title: '人工智能私隐与道德：差距报告',
	subtitle: '海港诊所有限公司',
	eyebrow: '自我评估',
	badge: '未完成：还有3个问题未回答',
	organisation: '海港诊所有限公司',
	facts: [
		['机构', '海港诊所有限公司'],
		['AI系统', '预约助手“美”和消息分流'],
		['评估期', '2026年1月1日至6月30日'],
		['评估人', '数据保护负责人陈大文'],
		['复核人', ''],
		['问卷', 'AI私隐与道德1.0.0，评分规则1'],
		['日期', '2026年7月14日']
	],
	notes: [
		'机密。供海港诊所有限公司董事会使用。',
		'差距是指当前做法与私隐专员指引之间的距离，不代表承认责任，也不是法律认定。'
	],
	contents: '目录',
	verdict: '结论与下一步',
	summary: [
		'对助手的监督已有设计，基本得到执行，但记录不足。有两项法律责任尚未落实，需要最先处理：收集个人资料声明没有写明资料会转移给哪类人士；与供应商的合同也没有规定保留期限。',
		'两项法律责任落实之后，分数会达到71分。还有3个问题没有回答，按0分计算，所以实际分数在62分到66分之间。'
	],
	figures: [
		['2', '', '未落实的法律责任', '不计入分数'],
		['62', '／100', '分数', '考虑未答问题，在62至66之间'],
		['2.1', '／3', '等级', '受一个关键问题限制'],
		['17', '', '差距', '共有42个适用的问题']
	],
	law: [
		'未落实的法律责任',
		'保障资料第1原则规定，收集资料时或之前，必须让当事人知道资料可能转移给哪些类别的人士。2023年的声明没有写到这一点。'
	],
	legend: '法律和指引截至2026年6月30日。没有评估的部分：各诊所都不使用的总公司系统。',
	actions: '下一步行动',
	actionItems: [
		'重写收集个人资料声明，由诊所经理批准，8月31日之前在全部柜台启用。',
		'与供应商书面约定保留期限，并约定可以要求删除。',
		'下次更新之前，用200条中英文混杂的历史消息测试分流。',
		'指定一名有权停用助手的人员和一名替补。',
		'每次事故都留下一页记录，无论是否需要上报。'
	],
	principles: ['问责', '人为监督', '透明度与可解释性', '数据私隐', '公平', '有益的AI', '可靠、稳健与安全'],
	score: '分数',
	target: '目标',
	alt: '各项原则的分数和目标；下表列出相同的数字。',
	byPrinciple: '按原则列出的结果',
	gapsHeading: '差距（按顺序）',
	gapHeads: ['编号', '问题与答案', '为什么重要', '行动', '期限'],
	gaps: [
		[
			'收集个人资料声明是否写明谁会收到助手收集的资料？',
			'计划中，已有草稿。',
			'当事人无法反对自己不知道的事情。声明如果只写“改善服务”，就看不出境外供应商在保存对话记录。',
			'由诊所经理把接收方的类别写进声明，并替换所有柜台和网站上的版本。'
		],
		[
			'是否限制供应商保留对话记录的时间？',
			'没有约定期限。',
			'对话记录里有身份证号码和症状；多存一个月，就多一个月外泄的可能。',
			'在合同中写明期限，到期删除并书面确认。'
		],
		[
			'使用助手的人能不能联系到工作人员？',
			'五家诊所中有两家可以。',
			'分流出错的时候，有人能说出来才会被发现。',
			'在助手的每个页面上写明电话号码和服务时间。'
		]
	],
	severity: { critical: '关键', required: '法律规定', high: '高', medium: '中', low: '低' },
	annex: '附件：问题与答案',
	annexHeads: ['问题', '答案', '依据', '备注与证据'],
	answers: ['全面执行，有记录证明', '已有设计，基本执行', '计划中或不正式', '还没有开始'],
	sources: '资料来源',
	signOff: '签署',
	signRoles: ['评估人', '接受人'],
	signFields: ['姓名', '签名', '日期'],
	furnitureEnd: 'AI私隐与道德1.0.0 · 评分规则1',
	page: '第{n}页，共{N}页',
	incomplete: '未完成'
};

export const SAMPLE_WORDS: Record<ReportLanguage, SampleWords> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };
