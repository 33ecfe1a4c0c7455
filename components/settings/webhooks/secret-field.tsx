import { Eye, EyeOff, PenLine, RefreshCw, Trash2, Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { newSecret, useRevealSecret } from "@/components/hooks/use-webhook";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field, Input } from "@/components/ui/field";
import { masked } from "@/lib/crm/auth-field";
import { LockedBadge } from "../locked-badge";

type SecretFieldProps = {
	hasStored: boolean;
	locked: boolean;
	/** A new secret; undefined while the stored one stays, empty when it is to be removed. */
	value: string | undefined;
	error?: string;
	/** Told of the input, for the form to focus when something is wrong with it. */
	inputRef(input: HTMLInputElement | null): void;
	change(secret: string | undefined): void;
	/** The field was left: what is wrong with it may be said now. */
	left(): void;
};

/** The secret: generated or typed, shown only when asked for. A stored one stays until another is meant to replace it. */
export function SecretField({ hasStored, locked, value, error, inputRef, change, left }: SecretFieldProps) {
	const [shown, setShown] = useState(false);
	const [typing, setTyping] = useState(false);
	const input = useRef<HTMLInputElement | null>(null);
	const reveal = useRevealSecret();
	const revealed = reveal.data?.ok ? reveal.data.value : undefined;
	const stays = hasStored && value === undefined && !typing;
	const removing = hasStored && value === "";
	const visible = stays ? (shown ? revealed : undefined) : value;
	useEffect(() => {
		if (typing) input.current?.focus();
	}, [typing]);
	const toggle = () => {
		if (!shown && stays) reveal.mutate();
		setShown(!shown);
	};
	const keep = () => {
		setTyping(false);
		setShown(false);
		change(undefined);
	};
	return (
		<div id="secret" className="scroll-mt-4">
			<Field
				label={i18n.t("settings.webhooks.secret.label")}
				hint={
					locked ? (
						<LockedBadge />
					) : (
						i18n.t(
							`settings.webhooks.secret.${stays ? "stored" : removing ? "removing" : value ? "new" : "none"}`,
						)
					)
				}
				error={error}
			>
				{(props) => (
					<div className="flex items-center gap-1">
						<Input
							{...props}
							ref={(element) => {
								input.current = element;
								inputRef(element);
							}}
							type={shown ? "text" : "password"}
							autoComplete="off"
							spellCheck={false}
							className="font-mono"
							disabled={locked}
							readOnly={stays || removing}
							value={visible ?? (stays ? masked : "")}
							onBlur={left}
							onChange={(event) => change(event.target.value || undefined)}
						/>
						{(stays || value) && (
							<Button
								look="quiet"
								size="icon"
								className="size-9 shrink-0"
								aria-pressed={shown}
								aria-label={i18n.t("settings.webhooks.secret.reveal")}
								title={i18n.t("settings.webhooks.secret.reveal")}
								onClick={toggle}
							>
								{shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
							</Button>
						)}
						{visible && <CopyButton text={visible} what={i18n.t("settings.webhooks.secret.label")} />}
					</div>
				)}
			</Field>
			{!locked && (
				<div className="mt-2 flex flex-wrap gap-2">
					<Button
						size="small"
						onClick={() => {
							change(newSecret());
							setShown(true);
						}}
					>
						<RefreshCw aria-hidden />
						{i18n.t(hasStored ? "settings.webhooks.secret.rotate" : "settings.webhooks.secret.generate")}
					</Button>
					{stays && (
						<>
							<Button
								size="small"
								look="quiet"
								onClick={() => {
									setShown(false);
									setTyping(true);
								}}
							>
								<PenLine aria-hidden />
								{i18n.t("settings.webhooks.secret.type")}
							</Button>
							<Button size="small" look="quiet" onClick={() => change("")}>
								<Trash2 aria-hidden />
								{i18n.t("settings.webhooks.secret.remove")}
							</Button>
						</>
					)}
					{hasStored && !stays && (
						<Button size="small" look="quiet" onClick={keep}>
							<Undo2 aria-hidden />
							{i18n.t("settings.webhooks.secret.keep")}
						</Button>
					)}
				</div>
			)}
		</div>
	);
}
