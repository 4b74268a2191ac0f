export const Bar = () => <i style={{ inlineSize: '3rem' }} />;
