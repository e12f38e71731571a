// Runs before every script, on whatever Node there is: plain old JavaScript, no imports.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 13)) {
	console.error(
		'Plumbline needs Node 22.13 or newer; this is ' +
			process.versions.node +
			'. Run "npm ci" (it brings a Node 24 of its own on Linux, Windows and Intel Macs), or install Node 24 from https://nodejs.org.'
	);
	process.exit(1);
}
