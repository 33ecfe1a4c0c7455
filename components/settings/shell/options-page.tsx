import { type ComponentType, useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { ToastPlace } from "@/components/ui/toast";
import { Navigation } from "./navigation";
import type { RouteName } from "./place";
import { routes } from "./routes";
import { SettingsUnreadable } from "./settings-unreadable";
import { UnsavedChangesGuard } from "./unsaved-changes";
import { usePlace } from "./use-place";

/** The settings: what can be opened on the left, and the page that is open. */
export function OptionsPage() {
	const { route } = usePlace();
	return (
		<UnsavedChangesGuard>
			<ToastPlace page={route}>
				<div className="mx-auto flex min-h-screen max-w-[84rem] flex-col md:flex-row">
					<Navigation />
					<OpenPage />
				</div>
			</ToastPlace>
		</UnsavedChangesGuard>
	);
}

function OpenPage() {
	const { route, target } = usePlace();
	const main = useRef<HTMLElement>(null);
	const shown = useRef(route);
	const title = i18n.t(`settings.pages.${messageKey(route)}`);
	useEffect(() => {
		document.title = `${title} · ${i18n.t("app.optionsTitle")}`;
		// Whoever chose another page with the keyboard goes on in it, not in the list. It may have focused a part already.
		if (shown.current !== route && !main.current?.contains(document.activeElement)) main.current?.focus();
		shown.current = route;
	}, [route, title]);
	const Page = usePage(route);
	return (
		<main
			ref={main}
			tabIndex={-1}
			className="min-w-0 flex-1 px-4 py-6 outline-none md:px-8 md:py-8"
			data-target={target}
		>
			<div className="mx-auto max-w-4xl">
				<h1 className="mb-5 font-semibold text-[1.6rem] leading-tight">{title}</h1>
				<SettingsUnreadable />
				{Page && <Page key={route} />}
			</div>
		</main>
	);
}

/**
 * A page, once it has loaded. One that was left is gone at once, even while the next one loads: what was discarded must
 * not come back. Without `lazy`, because React keeps what it suspended for 300 ms after the shell has been shown.
 */
function usePage(route: RouteName): ComponentType | undefined {
	const [loaded, setLoaded] = useState<{ route: RouteName; Page: ComponentType }>();
	useEffect(() => {
		let isOpen = true;
		// In a task of its own: starting to load takes a moment, and what is on the screen is to react before that.
		const timer = setTimeout(() => {
			void routes
				.find(({ name }) => name === route)
				?.load()
				.then(({ default: Page }) => isOpen && setLoaded({ route, Page }));
		});
		return () => {
			clearTimeout(timer);
			isOpen = false;
		};
	}, [route]);
	return loaded?.route === route ? loaded.Page : undefined;
}
