/** The oldest Node the tools run on; the same number stands in package.json under `engines`. */
export const OLDEST_NODE = { major: 20, minor: 19 };

/**
 * @param {string} version a Node version such as `20.19.1`, without a leading `v`
 * @returns {string | undefined} a sentence for the user when the version is too old, else undefined
 */
export function nodeTooOld(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	if (major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor))
		return undefined;
	return `Chatside needs Node ${OLDEST_NODE.major}.${OLDEST_NODE.minor} or newer, and this is Node ${version}. Get one from https://nodejs.org and run the same command again.`;
}
