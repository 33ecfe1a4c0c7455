import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";

/** The way left when a text cannot be inserted. */
export function CopyInstead({ text }: { text: string }) {
	const [copied, setCopied] = useState(false);
	return (
		<Button size="small" onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
			{copied ? <Check aria-hidden /> : <Copy aria-hidden />}
			{copied ? i18n.t("copy.done") : i18n.t("insert.copyInstead")}
		</Button>
	);
}
