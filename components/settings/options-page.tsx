import { i18n } from "#i18n";
import { ConnectionSettings } from "./connection-settings";
import { SelectorSettings } from "./selector-settings";

/** Everything that can be set, one section below the other. */
export function OptionsPage() {
	document.title = i18n.t("app.optionsTitle");
	return (
		<main className="mx-auto max-w-3xl px-4 py-8">
			<h1 className="mb-6 font-semibold text-[1.7rem]">{i18n.t("settings.title")}</h1>
			<ConnectionSettings />
			<SelectorSettings />
		</main>
	);
}
