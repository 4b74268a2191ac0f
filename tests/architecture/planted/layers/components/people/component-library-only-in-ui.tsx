import { Button } from '@heroui/react';
export const Save = Button;
