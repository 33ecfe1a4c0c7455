/** Types for the tests; the script itself is plain JavaScript. */
export function ensureNpmPackages(
	root: string,
	options: { say: (line: string) => void; nodeVersion?: string },
): Promise<string | undefined>;

export function npmPackagesAreCurrent(root: string, nodeVersion: string): boolean;

export function installedMatchesLock(root: string): boolean;
