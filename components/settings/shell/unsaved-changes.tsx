import {
	createContext,
	type ReactNode,
	useContext,
	useEffect,
	useId,
	useLayoutEffect,
	useRef,
	useState,
} from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** The forms that hold something unsaved, by an id of their own. */
const UnsavedContext = createContext<Set<string>>(new Set());

/** Says that leaving this component would lose something, while `dirty` is true. */
export function useUnsavedChanges(dirty: boolean): void {
	const forms = useContext(UnsavedContext);
	const id = useId();
	useEffect(() => {
		if (!dirty) return;
		forms.add(id);
		return () => {
			forms.delete(id);
		};
	}, [dirty, forms, id]);
}

/** Asks before unsaved changes are lost: by another page of the settings, a reload, or closing the tab. */
export function UnsavedChangesGuard({ children }: { children: ReactNode }) {
	const forms = useRef(new Set<string>()).current;
	const [wanted, setWanted] = useState<string>();
	// In a layout effect, to listen before `usePlace` does: Chromium calls a window's listeners in the order they were
	// added, whatever their phase. The page stays as it is until the user has decided.
	useLayoutEffect(() => {
		const onBeforeUnload = (event: BeforeUnloadEvent) => {
			if (forms.size > 0) event.preventDefault();
		};
		const onHashChange = (event: HashChangeEvent) => {
			if (forms.size === 0 || event.newURL === event.oldURL) return;
			event.stopImmediatePropagation();
			history.replaceState(null, "", event.oldURL);
			setWanted(new URL(event.newURL).hash);
		};
		addEventListener("beforeunload", onBeforeUnload);
		addEventListener("hashchange", onHashChange);
		return () => {
			removeEventListener("beforeunload", onBeforeUnload);
			removeEventListener("hashchange", onHashChange);
		};
	}, [forms]);
	const leave = () => {
		forms.clear();
		setWanted(undefined);
		if (wanted !== undefined) location.hash = wanted;
	};
	return (
		<UnsavedContext value={forms}>
			{children}
			{wanted !== undefined && (
				<Dialog
					title={i18n.t("settings.unsaved.title")}
					close={() => setWanted(undefined)}
					actions={
						<>
							<Button onClick={leave}>{i18n.t("settings.unsaved.discard")}</Button>
							<Button look="primary" onClick={() => setWanted(undefined)} autoFocus>
								{i18n.t("settings.unsaved.stay")}
							</Button>
						</>
					}
				>
					{i18n.t("settings.unsaved.text")}
				</Dialog>
			)}
		</UnsavedContext>
	);
}
