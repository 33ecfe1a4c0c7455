import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { i18n } from "#i18n";
import { uiLanguage } from "@/components/hooks/ui-language";
import { RefetchSettings } from "@/components/hooks/use-settings-changes";
import { createFormat, formatLocale } from "./format/locale";
import { FormatContext } from "./format/use-format";
import "./ui/theme.css";

/** Puts a page of the extension on the screen, with what all of them need. */
export function renderPage(page: ReactNode): void {
	const locale = formatLocale(uiLanguage(), i18n.t("locale"));
	document.documentElement.lang = locale;
	// Everything is read from this very browser: a failed read is a bug, and trying again would only hide it.
	const client = new QueryClient({
		defaultOptions: {
			queries: { retry: false, refetchOnWindowFocus: false, networkMode: "always" },
			mutations: { networkMode: "always" },
		},
	});
	// As soon as the answer is there: a timer would be a few milliseconds later, in each of which somebody waits.
	notifyManager.setScheduler(queueMicrotask);
	const root = document.getElementById("root");
	if (!root) throw new Error("The page has no element #root.");
	createRoot(root).render(
		<StrictMode>
			<QueryClientProvider client={client}>
				<RefetchSettings />
				<FormatContext value={createFormat(locale)}>{page}</FormatContext>
			</QueryClientProvider>
		</StrictMode>,
	);
}
