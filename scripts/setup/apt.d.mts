/** Types for the tests; the script itself is plain JavaScript. */
export function distribution(osRelease?: string): { id: string; debianLike: boolean };

export function canInstallWithApt(): boolean;

export function installWithApt(
	packages: string[],
	options: { say: (line: string) => void },
): Promise<boolean>;
