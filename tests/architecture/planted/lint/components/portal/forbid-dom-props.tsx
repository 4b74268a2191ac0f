export const Card = () => <p style={{ color: 'red' }} />;
