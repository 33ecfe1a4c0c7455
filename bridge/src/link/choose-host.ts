import type { Profile, Registration } from "../local";

export type Choice =
	| { ok: true; host: Registration }
	/** No browser is connected at all. */
	| { ok: false; reason: "none" }
	| { ok: false; reason: "several"; profiles: Profile[] }
	/** Others are connected, but not the one wanted. */
	| { ok: false; reason: "other"; wanted: string; profiles: Profile[] };

/**
 * @param hosts the newest first
 * @param wanted a profile's name, id or the beginning of its id, as the user gave it
 * @param bound the profile this program has worked with before: it does not change over to another by itself, since its
 *   user has one browser in mind
 */
export function chooseHost(hosts: Registration[], wanted?: string, bound?: Profile): Choice {
	if (hosts.length === 0) return { ok: false, reason: "none" };
	const current = withoutPredecessors(hosts);
	const profiles = current.flatMap(({ profile }) => profile ?? []);
	const mine = bound?.id ?? wanted;
	if (mine !== undefined) {
		const found = current.filter(
			({ profile }) => profile?.id === mine || isNamed(profile, bound ? undefined : mine),
		);
		if (!bound && found.length === 0)
			found.push(...current.filter(({ profile }) => startsWith(profile, mine)));
		const [host, second] = found;
		if (host && !second) return { ok: true, host };
		if (host)
			return { ok: false, reason: "several", profiles: found.flatMap(({ profile }) => profile ?? []) };
		const unknown = current.find(({ profile }) => !profile);
		// It has not said which it is: it may be the one.
		if (unknown) return { ok: true, host: unknown };
		return { ok: false, reason: "other", wanted: bound?.name ?? mine, profiles };
	}
	const [host, second] = current;
	if (host && !second) return { ok: true, host };
	return { ok: false, reason: "several", profiles };
}

/** A browser whose extension was started anew may have its old host end a moment later. */
function withoutPredecessors(hosts: Registration[]): Registration[] {
	const seen = new Set<string>();
	return hosts.filter(({ profile }) => {
		if (!profile) return true;
		if (seen.has(profile.id)) return false;
		seen.add(profile.id);
		return true;
	});
}

/** Chatside's options show the first eight characters of an id. */
const shortestPrefix = 4;

export function startsWith(profile: Profile | undefined, beginning: string): boolean {
	return beginning.length >= shortestPrefix && profile?.id.startsWith(beginning.toLowerCase()) === true;
}

function isNamed(profile: Profile | undefined, name: string | undefined): boolean {
	return profile !== undefined && name !== undefined && profile.name.toLowerCase() === name.toLowerCase();
}
