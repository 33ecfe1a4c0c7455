import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const looks = {
	info: { icon: Info, className: "bg-accent-soft text-accent-ink" },
	warn: { icon: TriangleAlert, className: "bg-warn-soft text-warn" },
	bad: { icon: CircleAlert, className: "bg-bad-soft text-bad" },
} as const;

type NoticeProps = {
	tone: keyof typeof looks;
	title: string;
	children?: ReactNode;
	action?: ReactNode;
	className?: string;
};

/** A message inside the page: what happened, and what can be done about it. */
export function Notice({ tone, title, children, action, className }: NoticeProps) {
	const { icon: Icon, className: look } = looks[tone];
	return (
		<div
			role={tone === "bad" ? "alert" : "status"}
			className={classNames("flex gap-2.5 rounded-xl p-3", look, className)}
		>
			<Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
			<div className="min-w-0 flex-1">
				<p className="font-medium">{title}</p>
				{children && <div className="mt-0.5 break-words text-ink text-[0.93rem]">{children}</div>}
				{action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
			</div>
		</div>
	);
}
