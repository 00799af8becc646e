"""Printed pages in the form that GB/T 9704 asks for."""
