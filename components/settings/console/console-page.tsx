export default function ConsolePage() {
	return <p>console</p>;
}
