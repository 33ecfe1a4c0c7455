export default function FunctionsPage() {
	return <p>functions</p>;
}
