/**
 * Whether this browser may hold assessments, asked without opening the database: for who comes for the first time,
 * neither the database nor the code that reads it is needed.
 */
export async function mayHaveStored(): Promise<boolean> {
	if (typeof indexedDB === 'undefined' || !('databases' in indexedDB)) return true;
	try {
		return (await indexedDB.databases()).some(({ name }) => name === 'plumbline') || !(await canOpen());
	} catch {
		return true;
	}
}

/** Some browsers list databases but open none. Nothing stays of the one that is asked for here. */
function canOpen(): Promise<boolean> {
	return new Promise((resolve) => {
		const request = indexedDB.open('plumbline-probe');
		request.onupgradeneeded = () => {
			resolve(true);
			request.transaction?.abort();
		};
		request.onerror = (event) => {
			event.preventDefault();
			resolve(false);
		};
	});
}
