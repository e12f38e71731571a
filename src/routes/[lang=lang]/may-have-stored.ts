/**
 * Whether this browser may hold assessments, asked without opening the database: for who comes for the first time,
 * neither the database nor the code that reads it is needed.
 */
export async function mayHaveStored(): Promise<boolean> {
	if (typeof indexedDB === 'undefined' || !('databases' in indexedDB)) return true;
	try {
		return (await indexedDB.databases()).some(({ name }) => name === 'plumbline');
	} catch {
		return true;
	}
}
