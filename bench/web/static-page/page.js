const $ = (id) => document.getElementById(id),
	form = $('form'),
	KEY = 'static-page';
const QUESTIONS = [...form.querySelectorAll('fieldset')];
const controls = (name) => [...form.querySelectorAll(`[name="${name}"]`)];
let answers = {};
try {
	answers = JSON.parse(localStorage[KEY] || '{}');
} catch {
	// nothing readable was kept
}
for (const name in answers)
	for (const input of controls(name)) input.checked = answers[name].includes(input.value);
const isAnswered = (q) => answers[q.id]?.length;
const count = () => ($('done').textContent = `${QUESTIONS.filter(isAnswered).length}/${QUESTIONS.length}`);
count();
form.onchange = ({ target: { name } }) => {
	answers[name] = controls(name)
		.filter((input) => input.checked)
		.map((input) => input.value);
	localStorage[KEY] = JSON.stringify(answers);
	count();
};
const gradeOf = (q) => {
	const [value] = answers[q.id] ?? [],
		elements = controls(`${q.id}-elements`);
	return value == 'done' ? (3 * (answers[`${q.id}-elements`] ?? []).length) / elements.length : +value || 0;
};
const point = (r, i) => {
	const a = (2 * Math.PI * i) / QUESTIONS.length;
	return `${(150 + r * Math.sin(a)).toFixed(1)},${(150 - r * Math.cos(a)).toFixed(1)}`;
};
const polygon = (grades, colour) =>
	`<polygon fill="${colour}3" stroke="${colour}" points="${grades.map((g, i) => point(40 * g, i)).join(' ')}"/>`;
$('finish').onclick = () => {
	const grades = QUESTIONS.map(gradeOf),
		weights = QUESTIONS.map((q) => +q.dataset.weight),
		sum = (list) => list.reduce((a, b) => a + b);
	$('score').textContent = ((100 * sum(grades.map((g, i) => g * weights[i]))) / (3 * sum(weights))).toFixed(
		1
	);
	$('radar').innerHTML =
		`<svg viewBox="0 0 300 300" width="300" height="300" role="img" aria-labelledby="title">${[1, 2, 3]
			.map((g) =>
				polygon(
					grades.map(() => g),
					'#888'
				)
			)
			.join('')}${polygon(grades, '#06c')}</svg>`;
	$('table').innerHTML = grades
		.map(
			(g, i) =>
				`<tr><th scope="row">${QUESTIONS[i].querySelector('b').textContent}</th><td>${g.toFixed(1)}</td></tr>`
		)
		.join('');
	form.hidden = true;
	$('results').hidden = false;
	$('title').focus();
};
