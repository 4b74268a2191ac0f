export default function listPeople() {}
