import { useState } from "react";

const key = "first-steps-hidden";

/** Whether the user has put the first steps away in this browser; it is about the page alone, so no setting. */
export function useFirstStepsHidden(): { hidden: boolean; hide(): void } {
	const [hidden, setHidden] = useState(() => localStorage.getItem(key) !== null);
	const hide = () => {
		localStorage.setItem(key, "1");
		setHidden(true);
	};
	return { hidden, hide };
}
