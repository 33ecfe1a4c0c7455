import { i18n } from "#i18n";
import type { ChangeOrigin } from "@/lib/settings/history";

const known = [
	"configure_webhooks",
	"update_crm_endpoints",
	"update_custom_functions",
	"selectors",
	"import",
	"undo",
	"reset",
] as const;

/** What changed the settings, in the user's language; undefined where only a tool's name tells it. */
export function originText(origin: ChangeOrigin): string | undefined {
	const name = known.find((one) => one === origin);
	return name && i18n.t(`settings.history.origins.${name}`);
}

/** Whether an origin is a tool, which goes by the same name in the Console; pages change settings by tools, too. */
export const isTool = (origin: ChangeOrigin): boolean =>
	!["selectors", "import", "undo", "reset"].includes(origin);
