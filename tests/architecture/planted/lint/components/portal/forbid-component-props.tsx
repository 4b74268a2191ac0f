import { Card } from './forbid-dom-props';
const Framed = Card as unknown as (props: { style: object }) => null;
export const Page = () => <Framed style={{ color: 'red' }} />;
