import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { type ChangeOrigin, readOrigin } from "@/lib/settings/history";

const known = [
	"configure_webhooks",
	"update_crm_endpoints",
	"update_custom_functions",
	"selectors",
	"preferences",
	"assistant",
	"bridge",
	"receiver-gone",
	"import",
	"undo",
	"reset",
] as const;

/** What changed the settings, in the user's language; undefined where only a tool's name tells it. */
export function originText(origin: ChangeOrigin): string | undefined {
	const { what } = readOrigin(origin);
	const name = known.find((one) => one === what);
	return name && i18n.t(`settings.history.origins.${messageKey(name)}`);
}

/** Whether an origin is a tool, which goes by the same name in the Console; pages change settings by tools, too. */
export const isTool = (origin: ChangeOrigin): boolean =>
	!["selectors", "preferences", "assistant", "bridge", "receiver-gone", "import", "undo", "reset"].includes(
		origin,
	);
