import { chatToCard } from "./chat-to-card/chat-to-card";
import type { Measurement } from "./measurement";
import { optionsInteractive } from "./options-page/options-interactive";
import { optionsLazy } from "./options-page/options-lazy";
import { scanText } from "./scan-text";
import { settingsRead } from "./settings-read/settings-read";

/** Everything `npm run bench` measures. A new measurement is a file of its own and a line here. */
export const measurements: readonly Measurement[] = [
	chatToCard,
	settingsRead,
	optionsInteractive,
	optionsLazy,
	scanText,
];
