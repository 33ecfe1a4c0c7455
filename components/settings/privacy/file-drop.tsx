import { FileUp } from "lucide-react";
import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";

type FileDropProps = {
	choose(file: File): void;
	/** It takes the place of what had the focus. */
	focused: boolean;
};

/** A place to choose a file or to drop one. The same file can be chosen again. */
export function FileDrop({ choose, focused }: FileDropProps) {
	const [over, setOver] = useState(false);
	const id = useId();
	const input = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (focused) input.current?.focus();
	}, [focused]);
	const onDrop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		const [file] = event.dataTransfer.files;
		if (file) choose(file);
	};
	return (
		<label
			htmlFor={id}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={onDrop}
			className={classNames(
				"flex cursor-pointer flex-col items-center gap-1 rounded-xl border-2 border-line border-dashed px-4 py-6 text-center hover:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
				over && "border-accent bg-accent-soft",
			)}
		>
			<FileUp aria-hidden className="size-6 text-accent-ink" strokeWidth={1.6} />
			<span className="font-medium text-accent-ink">{i18n.t("settings.privacy.import.choose")}</span>
			<span className="text-[0.93rem] text-ink-soft">{i18n.t("settings.privacy.import.drop")}</span>
			<input
				id={id}
				type="file"
				ref={input}
				accept=".json,application/json"
				className="sr-only"
				onChange={({ target }) => {
					const [file] = target.files ?? [];
					target.value = "";
					if (file) choose(file);
				}}
			/>
		</label>
	);
}
