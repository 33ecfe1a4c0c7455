import { type RefObject, useEffect, useRef } from "react";

/** Opens a dialog element as a modal one when it appears, and gives the focus back when it goes. */
export function useModal(): RefObject<HTMLDialogElement | null> {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const before = document.activeElement;
		dialog.current?.showModal();
		// A dialog that is taken off the page, rather than closed, does not give the focus back by itself.
		return () => {
			if (before instanceof HTMLElement && before.isConnected) before.focus();
		};
	}, []);
	return dialog;
}
