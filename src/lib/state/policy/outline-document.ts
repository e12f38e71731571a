import type { Assessment, FrameTexts, PolicyPoint, PolicySection } from '../../core/index.ts';
import type { Translator } from '../../i18n/translator.ts';

/** The outline as something to write down: the same in text, Markdown and Word. */
export interface OutlineDocument {
	/** BCP 47 tag of its words. */
	readonly language: string;
	readonly title: string;
	/** Whose policy, and as at when; empty when nothing is known. */
	readonly subject: string;
	/** What it is and what it is not. */
	readonly notes: readonly string[];
	readonly sections: readonly OutlineSection[];
}

export interface OutlineSection {
	readonly title: string;
	readonly parts: readonly OutlinePart[];
}

/** Points under a heading of their own: still to be said, or said already. */
export interface OutlinePart {
	readonly title: string;
	readonly points: readonly OutlinePoint[];
}

export interface OutlinePoint {
	/** Wording for the policy, or what the policy says already. */
	readonly text: string;
	/** What it is about and how it was answered. */
	readonly about: string;
}

/** The words of a question that the outline shows. */
export interface PolicyWords {
	readonly short: string;
	readonly policyText: string;
}

interface OutlineInput {
	readonly sections: readonly PolicySection[];
	readonly assessment: Assessment;
	readonly frame: FrameTexts;
	readonly words: Readonly<Record<string, PolicyWords>>;
	readonly i18n: Translator;
	/** Day of the answers, in words. */
	readonly asAt: string;
}

/** Puts the outline into words. A question without wording of its own appears by its short title. */
export function outlineDocument({
	sections,
	assessment,
	frame,
	words,
	i18n,
	asAt
}: OutlineInput): OutlineDocument {
	const { t } = i18n;
	const point = ({ question, state }: PolicyPoint): OutlinePoint => {
		const own = words[question];
		const answer =
			state.kind === 'grade' ? (frame.grades[state.grade]?.label ?? '') : t(`policy:answer.${state.kind}`);
		return {
			text: own?.policyText || (own?.short ?? question),
			about: t('policy:about', { name: own?.short ?? question, answer })
		};
	};
	const part = (key: 'missing' | 'said', points: readonly PolicyPoint[]): OutlinePart[] =>
		points.length > 0 ? [{ title: t(`policy:${key}.title`), points: points.map(point) }] : [];
	return {
		language: i18n.language,
		title: t('policy:document.title', { title: frame.title }),
		subject: [assessment.details.organisation?.trim(), t('policy:document.asAt', { date: asAt })]
			.filter(Boolean)
			.join(' · '),
		notes: [t('policy:draft'), t('policy:notAdvice')],
		sections: sections.map(({ id, missing, said }) => ({
			title: frame.groups[id]?.title ?? id,
			parts: [...part('missing', missing), ...part('said', said)]
		}))
	};
}
