import { networkInterfaces } from 'node:os';

const everywhere = (host: string) => host === '0.0.0.0' || host === '::';

/**
 * Addresses under which people in the same network reach this server, for instance `http://192.168.1.20:3000`.
 *
 * @returns nothing when the server listens on this machine alone
 */
export function networkAddresses(host: string, port: number, interfaces = networkInterfaces()): string[] {
	if (!everywhere(host)) return [];
	return Object.values(interfaces)
		.flat()
		.flatMap((one) =>
			one && !one.internal && one.family === 'IPv4' ? [`http://${one.address}:${port}`] : []
		);
}

/** What a host's join screen offers: the public address where there is one, else those of the network. */
export function joinAddresses(
	publicAddress: string | null,
	host: string,
	port: number,
	interfaces = networkInterfaces()
): string[] {
	if (publicAddress) return [publicAddress];
	const found = networkAddresses(host, port, interfaces);
	return found.length > 0 ? found : [`http://localhost:${port}`];
}
