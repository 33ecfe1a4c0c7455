import { connect } from "../link/connect";
import { howToConnect, sentence } from "../link/sentences";
import type { Registration } from "../local";
import { runningHosts } from "../registered";
import type { Finding } from "./doctor";

const quiet = { onState: () => undefined, onClose: () => undefined };

/** Which browsers are connected now. */
export async function examineRunning(folder: string): Promise<Finding[]> {
	const hosts = await runningHosts(folder);
	if (hosts.length === 0) return [{ is: "wrong", says: `No browser is connected. ${howToConnect}` }];
	return Promise.all(
		hosts.map(async (host): Promise<Finding> => {
			const made = await connect(host, quiet);
			if (!made.ok) return { is: "wrong", says: sentence(made) };
			const state = made.connection.state();
			made.connection.close();
			switch (state.kind) {
				case "ready":
					return {
						is: "fine",
						says: `Connected: browser profile "${state.profile.name}" (${state.profile.id}), Chatside ${state.extension}.`,
					};
				case "starting":
					return { is: "wrong", says: sentence({ ok: false, reason: "no-hello" }) };
				case "other-wire":
					return {
						is: "wrong",
						says: sentence({ ok: false, reason: "other-wire", theirs: state.theirs, ours: state.ours }),
					};
			}
		}),
	);
}

/** Has all of them end, as before an uninstallation. Waits until they did. */
export async function stopRunning(folder: string) {
	const hosts = await runningHosts(folder);
	await Promise.all(hosts.map(stop));
}

function stop(host: Registration): Promise<void> {
	return new Promise((resolve) => {
		void connect(host, { onState: () => undefined, onClose: resolve }).then((made) => {
			if (made.ok) made.connection.stop();
			else resolve();
		});
	});
}
