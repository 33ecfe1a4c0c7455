import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "./button";

/** Copies a text and says that it did. `what` names it for screen readers: "phone", "e-mail". */
export function CopyButton({ text, what }: { text: string; what: string }) {
	const [copied, setCopied] = useState(false);
	useEffect(() => {
		if (!copied) return;
		const timer = setTimeout(() => setCopied(false), 1_500);
		return () => clearTimeout(timer);
	}, [copied]);
	const label = copied ? i18n.t("copy.done") : i18n.t("copy.what", [what]);
	return (
		<Button
			look="quiet"
			size="icon"
			className="size-6 [&_svg]:size-3.5"
			aria-label={label}
			title={label}
			onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
		>
			{copied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
		</Button>
	);
}
