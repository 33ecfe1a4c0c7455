import { X } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "./button";
import { classNames } from "./class-names";

/** A short message that something was done, and what can be done about it. */
export type Toast = { text: string; action?: { label: string; run(): void } };

/** Long enough to read it and to reach its button by keyboard. */
const shownMs = 12_000;

type ToastPlaceProps = { page: string; className?: string; children: ReactNode };

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a toast; it replaces the one before. */
export const useToast = () => useContext(ToastContext);

/**
 * The place of toasts. One at a time; it stays while the pointer or the focus is on it, and goes with the page it was
 * shown on unless it offers something. It stands above a form's save bar; `className` moves it.
 */
export function ToastPlace({ page, className, children }: ToastPlaceProps) {
	const [toast, setToast] = useState<Toast>();
	const [held, setHeld] = useState(false);
	const hide = useCallback(() => setToast(undefined), []);
	const shownOn = useRef(page);
	useEffect(() => {
		if (shownOn.current === page) return;
		shownOn.current = page;
		setToast((current) => (current?.action ? current : undefined));
	}, [page]);
	useEffect(() => {
		if (!toast || held) return;
		const timer = setTimeout(hide, shownMs);
		return () => clearTimeout(timer);
	}, [toast, held, hide]);
	return (
		<ToastContext value={setToast}>
			{children}
			<div
				role="status"
				className={classNames(
					"pointer-events-none fixed inset-x-0 bottom-4 z-20 [:has([data-save-bar])>&]:bottom-20 flex justify-center px-4",
					className,
				)}
				onPointerEnter={() => setHeld(true)}
				onPointerLeave={() => setHeld(false)}
				onFocus={() => setHeld(true)}
				onBlur={() => setHeld(false)}
			>
				{toast && (
					<div className="pointer-events-auto flex max-w-full items-center gap-3 rounded-xl bg-ink py-2 pr-2 pl-4 text-canvas shadow-lg">
						<span className="min-w-0 break-words">{toast.text}</span>
						{toast.action && (
							<Button
								size="small"
								className="border-canvas/30 bg-transparent text-canvas hover:bg-canvas/15"
								onClick={() => {
									toast.action?.run();
									hide();
								}}
							>
								{toast.action.label}
							</Button>
						)}
						<Button
							look="quiet"
							size="icon"
							aria-label={i18n.t("toast.close")}
							className="text-canvas/70 hover:bg-canvas/15 hover:text-canvas"
							onClick={hide}
						>
							<X aria-hidden />
						</Button>
					</div>
				)}
			</div>
		</ToastContext>
	);
}
