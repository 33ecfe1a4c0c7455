import type { HostState, Profile } from "../local";
import type { Choice } from "./choose-host";
import type { Connected } from "./connect";

/** Why Chatside cannot be asked. */
export type Obstacle =
	| Exclude<Choice, { ok: true }>
	| Exclude<Connected, { ok: true }>
	| { ok: false; reason: "not-installed" }
	/** The extension has not said hello. */
	| { ok: false; reason: "no-hello" }
	| { ok: false; reason: "lost" }
	/** Nobody had agreed to the call. */
	| { ok: false; reason: "lost-waiting" }
	| ({ ok: false; reason: "other-wire" } & Omit<Extract<HostState, { kind: "other-wire" }>, "kind">);

const turnOn = "Chatside's options, MCP bridge";

export const howToConnect = `Open the browser in which Chatside is installed, see that it is not disabled there, and turn the bridge on under ${turnOn}.`;

/** A few sentences for a person, also when a model reads them out: what is the matter, and what to do. */
export function sentence(obstacle: Obstacle): string {
	switch (obstacle.reason) {
		case "not-installed":
			return `Chatside's bridge is not installed on this computer. Open ${turnOn}, and run the command that is shown there.`;
		case "none":
			return `No browser with Chatside is connected. ${howToConnect} If that does not help, run \`chatside-mcp doctor\`.`;
		case "refused":
		case "gone":
		case "silent":
			return `Chatside's bridge does not answer. Turn it off and on again under ${turnOn}.`;
		case "no-hello":
			return "The browser has started the bridge, but Chatside did not answer it. Reload Chatside on the page of extensions, or restart the browser.";
		case "lost":
			return "The browser was closed, or the bridge turned off, before the answer came. What was asked may have been done: look before you ask again.";
		case "lost-waiting":
			return `The browser was closed, or the bridge turned off, while the call waited for approval. Nothing was changed or sent. ${howToConnect}`;
		case "several":
			return `Chatside is connected from several browser profiles: ${list(obstacle.profiles)}. Say which one: add \`"--profile", "NAME"\` to the \`args\` in your program's settings for MCP servers; of two with one name, use the id in brackets. The name is set under ${turnOn}.`;
		case "other":
			return `The browser profile "${obstacle.wanted}" is not connected; connected: ${list(obstacle.profiles)}. Open that browser profile and see that the bridge is on there. For another one, end and start this program again, with \`"--profile", "NAME"\` in its \`args\`.`;
		case "other-local":
			return "The bridge that the browser starts is of another version than this one. Run `chatside-mcp install` again, then turn the bridge off and on in Chatside's options.";
		case "other-wire":
			return obstacle.theirs > obstacle.ours
				? "Chatside in the browser is newer than this bridge. Update the bridge (`npx chatside-mcp@latest install`), then turn it off and on in Chatside's options."
				: "Chatside in the browser is older than this bridge. Update Chatside on the page of extensions.";
	}
}

function list(profiles: Profile[]): string {
	return profiles.length === 0
		? "none that has told its name"
		: profiles.map(({ id, name }) => `"${name}" (${id})`).join(", ");
}
